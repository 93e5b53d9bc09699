"""One signal, week by week. A week without an answer stays a gap: nothing is filled in."""

from collections.abc import Iterable
from datetime import date, timedelta
from statistics import median

from stepwell.ground.ui.api import Week

WEEK = timedelta(days=7)
SHOWN = 12


def monday(day: date) -> date:
    return day - timedelta(days=day.weekday())


def first_of(last: date, count: int = SHOWN) -> date:
    """The Monday that opens `count` weeks, the last of which holds `last`."""
    return monday(last) - WEEK * (count - 1)


def by_week(answers: Iterable[tuple[date, int | None]], last: date, count: int = SHOWN) -> list[Week]:
    """`count` weeks, oldest first, the last of which holds `last`. Days outside them are passed over."""
    first = first_of(last, count)
    found: list[list[int]] = [[] for _ in range(count)]
    for day, value in answers:
        place = (day - first).days // 7
        if value is not None and 0 <= place < count:
            found[place].append(value)
    return [_week(first + WEEK * place, values) for place, values in enumerate(found)]


def _week(start: date, values: list[int]) -> Week:
    if not values:
        return Week(start, None, None, None, 0)
    return Week(start, min(values), median(values), max(values), len(values))
