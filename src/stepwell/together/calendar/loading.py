"""Plans of a stretch of days, opened. Without Django's model around each row: a month may hold hundreds."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from typing import Any, ClassVar
from uuid import UUID

from stepwell.ground.vault.api import Keyring, Kind, read
from stepwell.together.calendar import content
from stepwell.together.calendar.content import PlanV1, ShownV1
from stepwell.together.calendar.models import Plan, Shown
from stepwell.together.calendar.shelves import shelves

COLUMNS = ("id", "circle_id", "epoch", "version", "sealed")


@dataclass(slots=True)
class PlanRow:
    """What it takes to open a row."""

    id: UUID
    circle_id: UUID
    epoch: int
    version: int
    sealed: bytes
    kind: ClassVar[Kind[Any]] = content.PLAN


@dataclass(slots=True)
class ShownRow(PlanRow):
    kind: ClassVar[Kind[Any]] = content.SHOWN


def plans(keyring: Keyring, first: date, last: date) -> Iterator[tuple[UUID, PlanV1]]:
    """One's own that may touch these days, and their ids."""
    own = Plan.objects.within(keyring, keyring.own).filter(month__in=shelves(keyring.own, first, last))
    return _opened(keyring, PlanRow, own.values_list(*COLUMNS))


def shown_by(
    keyring: Keyring, circle: UUID, person_id: UUID, first: date, last: date
) -> Iterator[tuple[UUID, ShownV1]]:
    """What that person shows in that circle and may touch these days, and the ids of the copies."""
    theirs = Shown.objects.within(keyring, circle).filter(person_id=person_id)
    found = theirs.filter(month__in=shelves(circle, first, last))
    return _opened(keyring, ShownRow, found.values_list(*COLUMNS))


def _opened(keyring: Keyring, kind: type[PlanRow], rows: Any) -> Iterator[tuple[UUID, Any]]:
    for found in rows:
        row: Any = kind(*found)
        yield row.id, read(keyring, row)
