"""One month of the two, put together from what both can read."""

from calendar import monthrange
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, tzinfo
from itertools import islice
from uuid import UUID

from django.utils.formats import date_format

from stepwell.ground.spaces.api import Couple, my_spaces, names_in
from stepwell.ground.vault.api import Keyring
from stepwell.together.between.sources import Line, Month, chapters

# A paper to read together is a few pages; what is older in the month stands in its own room.
MOST_LINES = 40


@dataclass(frozen=True)
class Told:
    """One chapter as it is drawn. cut: there is more in its own room."""

    heading: str
    lines: tuple[Line, ...]
    cut: bool


def month_of(keyring: Keyring, couple: Couple, first: date, zone: tzinfo) -> Month:
    last = first.replace(day=monthrange(first.year, first.month)[1])
    return Month(couple, first, last, names_in(keyring, couple.circle), zone)


def told(keyring: Keyring, month: Month) -> list[Told]:
    """Only chapters in which something stands."""
    found = []
    for chapter in chapters():
        lines = tuple(islice(chapter.lines(keyring, month), MOST_LINES + 1))
        if lines:
            found.append(Told(str(chapter.heading), lines[:MOST_LINES], len(lines) > MOST_LINES))
    return found


def months(keyring: Keyring, circle: UUID, today: date) -> list[date]:
    """First days of the months of this space, the newest first."""
    made = next((space.made_on for space in my_spaces(keyring) if space.circle == circle), today)
    begin = min(made, today).replace(day=1)
    found, at = [], today.replace(day=1)
    while at >= begin:
        found.append(at)
        at = at.replace(year=at.year - 1, month=12) if at.month == 1 else at.replace(month=at.month - 1)
    return found


def asked(raw: str, known: Iterable[date]) -> date:
    """The month of an address like 2026-05; the newest where there is no such."""
    some = list(known)
    return next((one for one in some if f"{one:%Y-%m}" == raw), some[0])


def in_words(first: date) -> str:
    return date_format(first, "F Y")
