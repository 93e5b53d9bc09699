"""When a weekly time of the wall clock falls in one zone, over changes of the clock. Pure: no rows.

A time the clock jumps over falls at the first moment that exists after it.
A time the clock shows twice falls once, the first time.
"""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import UTC, date, datetime, time, timedelta
from zoneinfo import ZoneInfo

EVERY_DAY = 0b1111111
DAY = timedelta(days=1)


@dataclass(frozen=True)
class Weekly:
    """at: wall-clock time without a zone. weekdays: 0 is Monday. An empty set never falls."""

    at: time
    weekdays: frozenset[int]
    zone: ZoneInfo


def weekdays_of(mask: int) -> frozenset[int]:
    return frozenset(day for day in range(7) if mask >> day & 1)


def mask_of(weekdays: Iterable[int]) -> int:
    """Bits 0 (Monday) to 6 (Sunday). Raises ValueError for anything else."""
    mask = 0
    for day in weekdays:
        if not 0 <= day <= 6:
            raise ValueError(f"no such weekday: {day}")
        mask |= 1 << day
    return mask


def moment(day: date, at: time, zone: ZoneInfo) -> datetime:
    """The instant, in UTC, at which this wall-clock time falls on this day."""
    wall = datetime.combine(day, at.replace(tzinfo=None, fold=0))
    instant = wall.replace(tzinfo=zone).astimezone(UTC)
    if instant.astimezone(zone).replace(tzinfo=None, fold=0) == wall:
        return instant
    before = wall.replace(tzinfo=zone, fold=1).astimezone(UTC)
    return _clock_change(before, instant, zone)


def _clock_change(before: datetime, after: datetime, zone: ZoneInfo) -> datetime:
    """The first whole second between the two at which the zone has the later offset."""
    start = before.replace(microsecond=0)
    low, high = 0, int((after - start).total_seconds()) + 1
    later = after.astimezone(zone).utcoffset()
    while high - low > 1:
        middle = (low + high) // 2
        if (start + timedelta(seconds=middle)).astimezone(zone).utcoffset() == later:
            high = middle
        else:
            low = middle
    return start + timedelta(seconds=high)


def _falls(rule: Weekly, first: date, last: date) -> Iterator[datetime]:
    day = first
    while day <= last:
        if day.weekday() in rule.weekdays:
            yield moment(day, rule.at, rule.zone)
        day += DAY


def between(rule: Weekly, start: datetime, end: datetime) -> list[datetime]:
    """Every instant in UTC with start <= instant < end, in order, none twice. Both bounds are aware."""
    # A day to either side: a whole day the clock jumps over falls on the day after.
    first = start.astimezone(rule.zone).date() - DAY
    last = end.astimezone(rule.zone).date() + DAY
    return sorted({instant for instant in _falls(rule, first, last) if start <= instant < end})


def next_after(rule: Weekly, after: datetime) -> datetime | None:
    """The first instant in UTC later than `after` (aware). None when no weekday is chosen."""
    today = after.astimezone(rule.zone).date()
    later = [instant for instant in _falls(rule, today - DAY, today + 9 * DAY) if instant > after]
    return min(later, default=None)


def soonest(rules: Iterable[Weekly], after: datetime) -> datetime | None:
    return min((found for rule in rules if (found := next_after(rule, after))), default=None)
