"""A day and hour of the past, for everything that asks the time."""

from collections.abc import Iterator
from contextlib import contextmanager
from datetime import date, datetime, time
from zoneinfo import ZoneInfo

from django.utils import timezone


@contextmanager
def at(day: date, hour: int, zone: ZoneInfo) -> Iterator[datetime]:
    """That day and hour for everything that asks the time: the record dates what happens by the clock."""
    moment = datetime.combine(day, time(hour), zone)
    real = timezone.now
    timezone.now = lambda: moment
    try:
        yield moment
    finally:
        timezone.now = real
