"""Wall clocks: what a clock shows where, when it jumps, and when it shows the same hour twice."""

from datetime import UTC, date, datetime, time, timedelta
from functools import cache, lru_cache
from zoneinfo import ZoneInfo, available_timezones

DAY = timedelta(days=1)


@cache
def names() -> frozenset[str]:
    return frozenset(available_timezones()) - {"localtime", "Factory"}


def zone_of(name: str) -> ZoneInfo:
    """UTC for a zone that this server no longer knows: the hour is then off, and nothing is lost."""
    return ZoneInfo(name if name in names() else "UTC")


def place(name: str) -> str:
    """The part of a zone's name that people say: `Buenos Aires`."""
    return name.rpartition("/")[2].replace("_", " ")


def instant(wall: datetime, zone: ZoneInfo) -> datetime:
    """In UTC. An hour that is jumped over falls as much later as the clock jumps; of one that comes twice
    the first is meant. So does every calendar that follows RFC 5545."""
    return wall.replace(tzinfo=zone, fold=0).astimezone(UTC)


def shown(wall: datetime, zone: ZoneInfo, viewer: ZoneInfo) -> datetime:
    """What the viewer's clock shows then, without an offset."""
    apart = _apart(zone, viewer, wall.date())
    if apart is not None:
        return wall + apart
    return instant(wall, zone).astimezone(viewer).replace(tzinfo=None, fold=0)


@lru_cache(maxsize=4096)
def _apart(zone: ZoneInfo, viewer: ZoneInfo, day: date) -> timedelta | None:
    """How far the two clocks are apart all that day; None where either is set around it."""
    if any(turns(one, day + DAY * by) for one in (zone, viewer) for by in (-1, 0, 1)):
        return None
    noon = datetime.combine(day, time(12), zone)
    return (noon.astimezone(viewer).utcoffset() or timedelta()) - (noon.utcoffset() or timedelta())


@lru_cache(maxsize=4096)
def turns(zone: ZoneInfo, day: date) -> timedelta:
    """By how much the clock is set on that day: an hour forward, an hour back, or not at all."""
    start = datetime.combine(day, time(), zone)
    after = datetime.combine(day + DAY, time(), zone)
    return (after.utcoffset() or timedelta()) - (start.utcoffset() or timedelta())


def is_skipped(wall: datetime, zone: ZoneInfo) -> bool:
    """The clock jumps over it: no clock ever shows this."""
    return instant(wall, zone).astimezone(zone).replace(tzinfo=None, fold=0) != wall


def comes_twice(wall: datetime, zone: ZoneInfo) -> bool:
    later = wall.replace(tzinfo=zone, fold=1)
    return not is_skipped(wall, zone) and later.utcoffset() != wall.replace(tzinfo=zone, fold=0).utcoffset()


def differ(one: ZoneInfo, other: ZoneInfo, wall: datetime) -> bool:
    """Whether the two clocks show different hours at that time."""
    return one is not other and instant(wall, one).astimezone(other).replace(tzinfo=None) != wall
