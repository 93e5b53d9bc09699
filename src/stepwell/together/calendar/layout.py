"""What stands on which day: one's own plans, what the other shows, what both do, and days of other rooms."""

from collections.abc import Iterator
from dataclasses import dataclass, field
from datetime import date, datetime, time, timedelta
from typing import Literal
from uuid import UUID
from zoneinfo import ZoneInfo

from stepwell.ground.spaces.api import Couple
from stepwell.ground.vault.api import Keyring
from stepwell.together.calendar.content import BodyV1
from stepwell.together.calendar.dated import dates_between
from stepwell.together.calendar.loading import plans, shown_by
from stepwell.together.calendar.models import Shown
from stepwell.together.calendar.rituals import agreed
from stepwell.together.calendar.slots import Slot, slots

Whose = Literal["mine", "theirs", "both", "room"]
DAY, HOUR = timedelta(days=1), timedelta(hours=1)
NEVER = datetime.combine(date.min, time())
SORT = ("mine", "both", "theirs", "room")


@dataclass(slots=True)
class Entry:
    """One thing of one day, as a page draws it. slot: None for what another room has there.

    key: the plan, the shown copy or the ritual. off: called off. changed: it reads otherwise than it did.
    late: it was changed after it had begun.
    """

    whose: Whose
    slot: Slot | None
    key: UUID | None
    body: BodyV1 | None = None
    off: bool = False
    changed: bool = False
    late: bool = False
    shown: bool = False
    label: str = ""
    url: str = ""
    at: datetime | None = None


@dataclass(slots=True)
class OneDay:
    day: date
    entries: list[Entry] = field(default_factory=list)


@dataclass(frozen=True)
class Reader:
    keyring: Keyring
    zone: ZoneInfo
    couple: Couple | None

    @property
    def open_couple(self) -> Couple | None:
        """The two of us, where that may be spoken of now: a space that rests shows nothing of the other."""
        return self.couple if self.couple is not None and not self.couple.paused else None


def laid_out(reader: Reader, first: date, last: date) -> list[OneDay]:
    """Every day from first to last, inclusive, also the empty ones."""
    days = {first + DAY * n: OneDay(first + DAY * n) for n in range((last - first).days + 1)}
    for entry in _entries(reader, first, last):
        _place(days, entry, first, last)
    for one in days.values():
        one.entries.sort(key=_order)
    return list(days.values())


def _place(days: dict[date, OneDay], entry: Entry, first: date, last: date) -> None:
    if entry.slot is None:
        days[entry.at.date() if entry.at else first].entries.append(entry)
        return
    day, end = max(entry.slot.day, first), min(entry.slot.last, last)
    while day <= end:
        days[day].entries.append(entry)
        day += DAY


def _order(entry: Entry) -> tuple[bool, datetime, int]:
    """Whole days first, then by the hour."""
    slot = entry.slot
    if slot is None:
        at = entry.at or NEVER
        return at.time() != time(), at, SORT.index(entry.whose)
    return not slot.whole, slot.starts, SORT.index(entry.whose)


def _entries(reader: Reader, first: date, last: date) -> Iterator[Entry]:
    yield from _mine(reader, first, last)
    couple = reader.open_couple
    if couple is not None:
        yield from _theirs(reader, couple, first, last)
        yield from _both(reader, couple, first, last)
    for dated in dates_between(reader.keyring, first, last):
        at = datetime.combine(dated.day, dated.at or time())
        yield Entry("room", None, None, label=dated.label, url=dated.url, at=at)


def _mine(reader: Reader, first: date, last: date) -> Iterator[Entry]:
    shown = _shown_here(reader)
    for plan, kept in plans(reader.keyring, first, last):
        for slot in slots(kept.body, first, last, reader.zone):
            yield Entry("mine", slot, plan, kept.body, off=kept.off is not None, shown=plan in shown)


def _shown_here(reader: Reader) -> frozenset[UUID]:
    couple = reader.open_couple
    if couple is None:
        return frozenset()
    mine = Shown.objects.within(reader.keyring, couple.circle).filter(person_id=reader.keyring.person_id)
    return frozenset(mine.values_list("origin_id", flat=True))


def _theirs(reader: Reader, couple: Couple, first: date, last: date) -> Iterator[Entry]:
    for copy, said in shown_by(reader.keyring, couple.circle, couple.partner_id, first, last):
        off = said.off is not None
        late_by = max((one.change.at for one in said.before if one.change.late), default=None)
        # Of a series only those are late that had begun by then.
        by = late_by and (late_by + HOUR).astimezone(reader.zone).replace(tzinfo=None)
        for slot in slots(said.body, first, last, reader.zone):
            changed = bool(said.before)
            late = by is not None and (not said.body.repeats or slot.starts < by)
            yield Entry("theirs", slot, copy, said.body, off=off, changed=changed, late=late)


def _both(reader: Reader, couple: Couple, first: date, last: date) -> Iterator[Entry]:
    for one in agreed(reader.keyring, couple):
        for slot in slots(one.body, first, last, reader.zone):
            yield Entry("both", slot, one.id, one.body)
