"""Numbers by day. A day without one stays empty: nothing is filled in, nothing is asked for later."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import date

from django.db import IntegrityError, transaction

from stepwell.ground.vault.api import Keyring, read, read_each, write
from stepwell.own.selfcare.content import DayV1
from stepwell.own.selfcare.models import Day


class ChangedElsewhere(Exception):
    """The day was changed in another place since the page was opened. kept: what stands there now."""

    def __init__(self, kept: DayV1) -> None:
        super().__init__()
        self.kept = kept


@dataclass(frozen=True)
class Number:
    day: date
    key: str
    value: int


def of_day(keyring: Keyring, day: date) -> DayV1 | None:
    row = Day.objects.one(keyring, keyring.own, day=day)
    return read(keyring, row) if row else None


def put(keyring: Keyring, day: date, ratings: Mapping[str, int | None], *, revision: int) -> None:
    """Set these numbers, None takes one away, others of the day stay. revision: what the page began from, 0
    for an empty day. A day that has no number left has no row. Raises ChangedElsewhere.
    """
    try:
        with transaction.atomic():
            _put(keyring, day, ratings, revision)
    except IntegrityError:  # the same person, in another tab, was first with this day
        with transaction.atomic():
            _put(keyring, day, ratings, revision)


def _put(keyring: Keyring, day: date, ratings: Mapping[str, int | None], revision: int) -> None:
    row = Day.objects.hold(keyring, keyring.own, day=day)
    before: DayV1 = read(keyring, row) if row else DayV1(ratings={}, revision=0)
    merged = {**before.ratings, **ratings}
    after = {key: value for key, value in merged.items() if value is not None}
    if after == before.ratings:
        return
    if revision != before.revision:
        raise ChangedElsewhere(before)
    if row and not after:
        row.delete()
        return
    row = row or Day(circle_id=keyring.own, day=day)
    write(keyring, row, DayV1(ratings=after, revision=before.revision + 1))
    row.save()


def numbers(keyring: Keyring, *, since: date | None = None, until: date | None = None) -> Iterator[Number]:
    """Every number that was written, oldest first, both days included."""
    rows = Day.objects.within(keyring, keyring.own).order_by("day")
    if since is not None:
        rows = rows.filter(day__gte=since)
    if until is not None:
        rows = rows.filter(day__lte=until)
    for row, kept in read_each(keyring, rows):
        yield from (Number(row.day, key, value) for key, value in kept.ratings.items())


def forget(keyring: Keyring, key: str) -> None:
    """Take every number of one sign away, on whatever day."""
    with transaction.atomic():
        rows = Day.objects.within(keyring, keyring.own).select_for_update().order_by("day")
        for row, kept in list(read_each(keyring, rows)):
            left = {each: value for each, value in kept.ratings.items() if each != key}
            if not left:
                row.delete()
            elif left != kept.ratings:
                write(keyring, row, DayV1(ratings=left, revision=kept.revision + 1))
                row.save()
