"""What both welcome: brought to light by a round, and silently gone for both when either takes it back."""

from collections.abc import Iterable
from datetime import UTC, date, datetime
from uuid import UUID

from django.utils import timezone
from msgspec.structs import replace

from stepwell.ground.spaces.api import Couple
from stepwell.ground.vault.api import ChangedIdentity, Keyring, NoSeat, read, write
from stepwell.together.menu.content import BOTH, BOTH_BYTES, BothV1, MatchV1, filled
from stepwell.together.menu.limits import APART
from stepwell.together.menu.models import Both
from stepwell.together.menu.same import same
from stepwell.together.menu.sheet import Line


def today() -> date:
    """The day by which this room counts, the same for both, wherever they are."""
    now: datetime = timezone.now()
    return now.astimezone(UTC).date()


def light(keyring: Keyring, couple: Couple) -> BothV1 | None:
    """What the last round brought; None before the first."""
    row = Both.objects.one(keyring, couple.circle)
    return read(keyring, row) if row else None


def next_day(found: BothV1 | None) -> date | None:
    """From which day on there may be another round; None where there may be one now."""
    if found is None or today() >= found.day + APART:
        return None
    return found.day + APART


def shown(found: BothV1, mine: Iterable[Line]) -> list[Line]:
    """The lines of the reader's own list that both welcome, in the order of that list."""
    matches = set(found.both)
    return [line for line in mine if match_of(line) in matches]


def match_of(line: Line) -> MatchV1:
    return MatchV1(idea=line.idea) if line.idea else MatchV1(words=same(line.text))


def bring(keyring: Keyring, circle: UUID, lines: Iterable[Line]) -> None:
    """A round has ended: this is what both welcome now, in an order that says nothing. Raises NoSeat…"""
    both = sorted({match_of(line) for line in lines}, key=lambda one: (one.idea, one.words))
    row = Both.objects.hold(keyring, circle)
    _put(keyring, row, circle, BothV1(day=today(), both=tuple(both)))


def keep_only(keyring: Keyring, circle: UUID, still: Iterable[Line]) -> None:
    """Whatever this person does not welcome any more is gone, for both and without a word."""
    row = Both.objects.hold(keyring, circle)
    if row is None:
        return
    found: BothV1 = read(keyring, row)
    mine = {match_of(line) for line in still}
    left = tuple(one for one in found.both if one in mine)
    if left == found.both:
        return
    try:
        _put(keyring, row, circle, replace(found, both=left))
    except (NoSeat, ChangedIdentity):
        # Nothing can be sealed for the two of them now. A yes that was taken back must not stand even so.
        row.delete()


def _put(keyring: Keyring, row: Both | None, circle: UUID, content: BothV1) -> None:
    new = row is None
    row = row or Both(circle_id=circle)
    write(keyring, row, filled(BOTH, content, BOTH_BYTES))
    row.save(force_insert=new, force_update=not new)
