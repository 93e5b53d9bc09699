"""On which days a rule falls. It looks at the days that are asked for and at no others, so that a rule which
never comes costs no more than one which comes daily."""

from calendar import isleap, monthrange
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, timedelta

DAY, WEEK = timedelta(days=1), timedelta(days=7)
NONE: frozenset[int] = frozenset()


@dataclass(frozen=True, slots=True)
class Shape:
    """A rule, read. Empty: not asked about. Numbers below zero count from the end.

    wkst: the weekday a week begins with, Monday is 0. nth: which of its kind, and the weekday.
    places: which of those that a whole period gives.
    """

    frequency: str
    every: int = 1
    wkst: int = 0
    months: frozenset[int] = NONE
    month_days: frozenset[int] = NONE
    year_days: frozenset[int] = NONE
    weeks: frozenset[int] = NONE
    weekdays: frozenset[int] = NONE
    nth: frozenset[tuple[int, int]] = frozenset()
    places: tuple[int, ...] = ()


def falling(shape: Shape, begins: date, first: date, last: date) -> Iterator[tuple[int, list[date]]]:
    """How many days were looked at, and which of them it falls on: period by period, in their order.

    A period is counted from `begins`, which is not after `first`.
    """
    for start, end in _periods(shape, begins, first, last):
        if not shape.places:
            start, end = max(start, first), min(end, last)  # noqa: PLW2901 - only what is asked for of it
        looked = (end - start).days + 1
        found = [day for n in range(looked) if _falls(shape, day := start + DAY * n)]
        if shape.places:
            chosen = {found[at] for place in shape.places if -len(found) <= (at := _at(place)) < len(found)}
            found = sorted(day for day in chosen if first <= day <= last)
        yield looked, found


def _at(place: int) -> int:
    return place - 1 if place > 0 else place


def _periods(shape: Shape, begins: date, first: date, last: date) -> Iterator[tuple[date, date]]:
    """Both ends inclusive, every one that touches the days asked for."""
    if shape.frequency in ("DAILY", "WEEKLY"):
        long = DAY if shape.frequency == "DAILY" else WEEK
        start = begins - DAY * ((begins.weekday() - shape.wkst) % 7) if long is WEEK else begins
        start += (first - start) // (long * shape.every) * long * shape.every
        while start <= last:
            if start + long > first:
                yield start, start + long - DAY
            start += long * shape.every
        return
    months = 1 if shape.frequency == "MONTHLY" else 12
    step = months * shape.every
    at = begins.year * 12 + (begins.month - 1 if months == 1 else 0)
    at += (first.year * 12 + first.month - 1 - at) // step * step
    while (start := date(at // 12, at % 12 + 1, 1)) <= last:
        end = date(start.year, 12, 31) if months == 12 else _month_end(start)
        if end >= first:
            yield start, end
        at += step


def _month_end(day: date) -> date:
    return day.replace(day=monthrange(day.year, day.month)[1])


def _falls(shape: Shape, day: date) -> bool:
    if shape.months and day.month not in shape.months:
        return False
    if (shape.weekdays or shape.nth) and day.weekday() not in shape.weekdays and not _is_nth(shape, day):
        return False
    if shape.month_days and not _counted(shape.month_days, day.day, monthrange(day.year, day.month)[1]):
        return False
    if shape.year_days and not _counted(shape.year_days, *_of_year(day)):
        return False
    return not shape.weeks or _counted(shape.weeks, *_week_of(day, shape.wkst))


def _counted(asked: frozenset[int], number: int, of: int) -> bool:
    """Whether this one of so many is asked for, from the front or from the back."""
    return number in asked or number - of - 1 in asked


def _of_year(day: date) -> tuple[int, int]:
    return day.timetuple().tm_yday, 366 if isleap(day.year) else 365


def _is_nth(shape: Shape, day: date) -> bool:
    """Within the month where months are spoken of, and within the year elsewhere."""
    by_month = shape.frequency == "MONTHLY" or shape.months
    number, of = (day.day, monthrange(day.year, day.month)[1]) if by_month else _of_year(day)
    which, weekday = (number - 1) // 7 + 1, day.weekday()
    return (which, weekday) in shape.nth or (-((of - number) // 7 + 1), weekday) in shape.nth


def _week_of(day: date, wkst: int) -> tuple[int, int]:
    """Which week of how many. The first is the one with at least four days of its year."""
    middle = day - DAY * ((day.weekday() - wkst) % 7) + DAY * 3
    number = (middle.timetuple().tm_yday - 1) // 7 + 1
    first = (date(middle.year, 1, 1).weekday() - middle.weekday()) % 7
    return number, 53 if first == 0 or (first == 6 and isleap(middle.year)) else 52
