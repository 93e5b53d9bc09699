"""When a wall-clock rule falls next, and when it is quiet. Pure: no rows."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import UTC, date, datetime, time, timedelta
from zoneinfo import ZoneInfo

DAY, MINUTE = timedelta(days=1), timedelta(minutes=1)


@dataclass(frozen=True)
class Rule:
    """A weekly time of the wall clock. at: without a zone. weekdays: 0 is Monday; empty never falls."""

    at: time
    weekdays: frozenset[int]
    zone: ZoneInfo


def instant(day: date, at: time, zone: ZoneInfo) -> datetime:
    """In UTC. A time the clock jumps over falls after the jump; one it shows twice falls the first time."""
    wall = datetime.combine(day, at.replace(tzinfo=None, fold=0))
    moment = wall.replace(tzinfo=zone).astimezone(UTC)
    later = moment.astimezone(zone)
    if later.replace(tzinfo=None, fold=0) == wall:
        return moment
    back = moment
    while (back - MINUTE).astimezone(zone).utcoffset() == later.utcoffset():
        back -= MINUTE
    return back


def next_of(rule: Rule, after: datetime) -> datetime | None:
    """The first moment in UTC later than `after` (aware)."""
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
