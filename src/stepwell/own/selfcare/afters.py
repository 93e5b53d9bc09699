"""What somebody keeps after a practice, and what later pages may make of it for them."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, datetime
from uuid import UUID

from django.db import transaction

from stepwell.ground.vault.api import Keyring, read_each
from stepwell.own.selfcare.content import AfterV1, Helped
from stepwell.own.selfcare.keeping import keep_once
from stepwell.own.selfcare.models import After
from stepwell.own.understanding.api import drop


@dataclass(frozen=True)
class Factor:
    """A practice on a day of its owner. key: `p:` and the key of the practice. helped: None where unsaid."""

    day: date
    key: str
    helped: Helped | None


def keep(
    keyring: Keyring,
    *,
    form_id: UUID,
    practice: str,
    helped: Helped | None,
    note: str,
    now: datetime,
) -> UUID:
    """`now` is the person's wall clock; its date is the day it belongs to. Raises EnoughForToday."""
    told = AfterV1(practice=practice, at=now.replace(second=0, microsecond=0), helped=helped, note=note)
    return keep_once(keyring, After, form_id, now.date(), lambda: told)


def factors(keyring: Keyring, *, since: date | None = None) -> Iterator[Factor]:
    """Every practice that was kept, oldest first, from that day on. Notes are not part of it."""
    rows = After.objects.within(keyring, keyring.own).order_by("day", "id")
    if since is not None:
        rows = rows.filter(day__gte=since)
    for row, kept in read_each(keyring, rows):
        yield Factor(row.day, f"p:{kept.practice}", kept.helped)


def delete(keyring: Keyring, after: UUID) -> None:
    """What was found in it goes with it. Raises After.DoesNotExist for another's as for none."""
    with transaction.atomic():
        After.objects.within(keyring, keyring.own).get(id=after).delete()
        drop(keyring)
