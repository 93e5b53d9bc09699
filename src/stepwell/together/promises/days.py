"""On which days a promise falls. Plain computation on calendar days: no clock and no zone in it."""

from calendar import monthrange
from collections.abc import Iterator
from datetime import date, timedelta

from stepwell.together.promises.content import DaysV1

DAY = timedelta(days=1)
LONGEST = timedelta(days=366)


def falls(days: DaysV1, first: date, last: date, *, ended_on: date | None = None) -> Iterator[date]:
    """Its days from `first` to `last`, both included. From the day it was ended on it falls no more."""
    start, end = max(first, days.first), min(last, days.until)
    if ended_on is not None:
        end = min(end, ended_on - DAY)
    if days.repeat == "monthly":
        yield from (day for day in _monthly(days) if start <= day <= end)
        return
    wanted = _weekdays(days)
    for ordinal in range(start.toordinal(), end.toordinal() + 1):
        day = date.fromordinal(ordinal)
        if day.weekday() in wanted:
            yield day


def falls_on(days: DaysV1, day: date, *, ended_on: date | None = None) -> bool:
    return any(falls(days, day, day, ended_on=ended_on))


def next_day(days: DaysV1, today: date, *, ended_on: date | None = None) -> date | None:
    """Today, where it falls on today."""
    return next(falls(days, today, days.until, ended_on=ended_on), None)


def _weekdays(days: DaysV1) -> frozenset[int]:
    if days.repeat == "weekdays":
        return frozenset(days.weekdays)
    return frozenset({days.first.weekday()}) if days.repeat == "weekly" else frozenset(range(7))


def _monthly(days: DaysV1) -> Iterator[date]:
    """On the same number each month; in a month that has no such day, on its last."""
    year, month = days.first.year, days.first.month
    while (year, month) <= (days.until.year, days.until.month):
        yield date(year, month, min(days.first.day, monthrange(year, month)[1]))
        year, month = (year + 1, 1) if month == 12 else (year, month + 1)
