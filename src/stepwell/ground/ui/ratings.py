"""What a chart is drawn from. A rating belongs to a signal ("felt safety"), never to a person."""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from statistics import median

WEEK = timedelta(days=7)


@dataclass(frozen=True)
class Rated:
    """One rating, 0 to 10, on one day."""

    day: date
    value: float


@dataclass(frozen=True)
class Week:
    """Seven days of one signal from a Monday; `middle` is the median, None where nothing was rated."""

    start: date
    low: float | None
    middle: float | None
    high: float | None
    count: int


def weeks_of(ratings: Iterable[Rated]) -> list[Week]:
    """The weeks from the first rating to the last, those without any included."""
    by_week: dict[date, list[float]] = defaultdict(list)
    for rated in ratings:
        by_week[rated.day - timedelta(days=rated.day.weekday())].append(rated.value)
    found = [Week(start, min(v), median(v), max(v), len(v)) for start, v in sorted(by_week.items())]
    return list(without_holes(found))


def without_holes(weeks: Sequence[Week]) -> Iterator[Week]:
    """The same weeks in order, with an empty one wherever a week is not there."""
    expected: date | None = None
    for week in sorted(weeks, key=lambda one: one.start):
        while expected is not None and expected < week.start:
            yield Week(expected, None, None, None, 0)
            expected += WEEK
        yield week
        expected = week.start + WEEK


def runs(weeks: Sequence[Week]) -> Iterator[tuple[bool, range]]:
    """Neighbours that all have a middle (True) or all have none (False), as ranges of positions."""
    start = 0
    for at in range(1, len(weeks) + 1):
        if at == len(weeks) or (weeks[at].middle is None) != (weeks[start].middle is None):
            yield weeks[start].middle is not None, range(start, at)
            start = at
