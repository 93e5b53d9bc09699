"""A month as weeks from Monday, with the days on which something stands."""

from calendar import Calendar
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, timedelta

EARLIEST = date(1900, 1, 1)


@dataclass(frozen=True)
class Day:
    """day: None outside the month. url: where an entry tells of it, or empty."""

    day: date | None
    url: str = ""


def of(asked: str, today: date) -> date:
    """The first of the month asked for as 2026-11; of this month where that cannot be."""
    try:
        found = date.fromisoformat(f"{asked}-01")
    except ValueError:
        return today.replace(day=1)
    return found if EARLIEST <= found <= today else today.replace(day=1)


def after(first: date) -> date:
    return (first + timedelta(days=32)).replace(day=1)


def weeks(first: date, urls: Mapping[date, str]) -> list[list[Day]]:
    return [
        [Day(day, urls.get(day, "")) if day.month == first.month else Day(None) for day in week]
        for week in Calendar().monthdatescalendar(first.year, first.month)
    ]
