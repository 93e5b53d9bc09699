"""What every verb on an agreement begins and ends with: who acts, the row held, the row sealed again."""

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import date, datetime
from uuid import UUID

from django.db import transaction
from msgspec.structs import replace

from stepwell.ground.record.api import Broken, Event
from stepwell.ground.spaces.api import Couple, NotNow, open_space, sealing_for_two
from stepwell.ground.vault.api import Keyring, read, write
from stepwell.together.agreements.content import HandV1, HeadV1, StandingV1, StepV1, What
from stepwell.together.agreements.models import Agreement, Withdrawal
from stepwell.together.agreements.shelf import is_over


@dataclass(frozen=True)
class By:
    """Who acts, as the record calls them, and when. today: see `shelf.today_of_both`."""

    name: str
    now: datetime
    today: date


def open_circle(couple: Couple | None) -> UUID:
    """The circle of two where something new may be said now. Raises NotNow."""
    return open_space(couple).circle


@contextmanager
def one_step() -> Iterator[None]:
    """All of it or nothing. Where nothing can be sealed or recorded for the two at present: NotNow."""
    try:
        with sealing_for_two(), transaction.atomic():
            yield
    except Broken:
        raise NotNow("record") from None


def held(keyring: Keyring, circle: UUID, agreement: UUID) -> tuple[Agreement, HeadV1]:
    """The agreement, held until the transaction ends: two acts at once follow one another.

    Raises Agreement.DoesNotExist for another's as for none, NoSeat outside the circle.
    """
    row = Agreement.objects.within(keyring, circle).select_for_update().get(id=agreement)
    return row, read(keyring, row)


def held_open(keyring: Keyring, circle: UUID, agreement: UUID, today: date) -> tuple[Agreement, HeadV1]:
    """The same, of one that has not ended. Raises NotNow."""
    row, head = held(keyring, circle, agreement)
    gone = Withdrawal.objects.filter(circle_id=circle, agreement_id=agreement).exists()
    if head.ended or gone or (head.offer is None and standing_of(head, today) is None):
        raise NotNow("ended")
    return row, head


def standing_of(head: HeadV1, today: date) -> StandingV1 | None:
    standing = head.standing
    return standing if standing and not is_over(standing.until, today) else None


def keep(keyring: Keyring, row: Agreement, head: HeadV1) -> None:
    write(keyring, row, head)
    row.save()


def hand(keyring: Keyring, by: By, event: Event) -> HandV1:
    return HandV1(
        by=keyring.person_id, name=event.name or by.name, at=event.at, entry=event.i, mark=event.h.hex()
    )


def stepped(
    head: HeadV1, what: What, by: By, number: int, *, who: UUID | None = None, event: Event | None = None
) -> HeadV1:
    """The same with one more step in its story. Without `who` nobody did it."""
    step = StepV1(
        what=what,
        at=event.at if event else by.now,
        number=number,
        by=who,
        name=by.name if who else "",
        entry=event.i if event else 0,
        mark=event.h.hex() if event else "",
    )
    return replace(head, steps=(*head.steps, step))
