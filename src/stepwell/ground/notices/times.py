"""When a wall-clock rule falls next, and when it is quiet. Pure: no rows."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import UTC, date, datetime, time, timedelta
from zoneinfo import ZoneInfo

DAY = timedelta(days=1)


@dataclass(frozen=True)
class Rule:
    """A weekly time of the wall clock. at: without a zone. weekdays: 0 is Monday; empty never falls."""

    at: time
    weekdays: frozenset[int]
    zone: ZoneInfo


def instant(day: date, at: time, zone: ZoneInfo) -> datetime:
    """In UTC. A time the clock jumps over falls at the first moment that exists after it; one the clock
    shows twice falls once, the first time."""
    wall = datetime.combine(day, at.replace(tzinfo=None, fold=0))
    moment = wall.replace(tzinfo=zone).astimezone(UTC)
    if moment.astimezone(zone).replace(tzinfo=None, fold=0) == wall:
        return moment
    before = wall.replace(tzinfo=zone, fold=1).astimezone(UTC)
    return _clock_change(before, moment, zone)


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


def next_of(rule: Rule, after: datetime) -> datetime | None:
    """The first moment in UTC later than `after` (aware). None when no weekday is chosen."""
    # From the day before: a whole day that the clock jumps over falls on the day after it.
    first = after.astimezone(rule.zone).date() - DAY
    for ahead in range(10):
        day = first + ahead * DAY
        if day.weekday() in rule.weekdays:
            moment = instant(day, rule.at, rule.zone)
            if moment > after:
                return moment
    return None


def next_of_all(rules: Iterable[Rule], after: datetime) -> datetime | None:
    moments = (next_of(rule, after) for rule in rules)
    return min((moment for moment in moments if moment is not None), default=None)


def is_quiet(moment: datetime, begins: time, ends: time, zone: ZoneInfo) -> bool:
    """Whether `moment` (aware) lies in the quiet hours of that zone. Equal ends mean none."""
    clock = moment.astimezone(zone).time()
    if begins <= ends:
        return begins <= clock < ends
    return clock >= begins or clock < ends
