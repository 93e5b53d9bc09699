"""Numbers of people who help, read from lines.toml, and the page of them.

The drawn lists are the same for everybody and are kept ready: this page must come at once.
"""

import tomllib
from dataclasses import dataclass
from datetime import date, timedelta
from functools import cache
from pathlib import Path
from typing import Any

from stepwell.own.safety.numbers_words import BILL, COUNTRIES, HOURS, KINDS, NOTES, WHOM

DATA = Path(__file__).with_name("lines.toml")
ELSEWHERE = "EU"
OLD = timedelta(days=180)


@dataclass(frozen=True, slots=True, kw_only=True)
class Line:
    """One way to reach somebody. What is not known is empty; verified_on is None where nobody has read it."""

    country: str
    kind: str
    source: str
    name: str = ""
    call: str = ""
    sms: str = ""
    word: str = ""
    whatsapp: str = ""
    chat: str = ""
    hours: str = ""
    whom: str = ""
    note: str = ""
    bill: str = ""
    verified_on: date | None = None

    @property
    def reach(self) -> str:
        return self.call or self.sms or self.whatsapp or self.chat

    def __str__(self) -> str:
        return f"{self.country} {self.kind} {self.name} {self.reach}".replace("  ", " ")


@dataclass(frozen=True, slots=True)
class Country:
    """zones: where a clock is set to one that begins so, this country comes first."""

    code: str
    zones: tuple[str, ...]
    lines: tuple[Line, ...]


@cache
def countries() -> dict[str, Country]:
    """By code, in the order in which the page names them."""
    data = tomllib.loads(DATA.read_text("utf-8"))
    found = {code: _country(code, data[code]) for code in COUNTRIES}
    if unknown := set(data) - set(found):
        raise ValueError(f"lines.toml: {sorted(unknown)} has no name in numbers_words.py")
    return found


def _country(code: str, given: dict[str, Any]) -> Country:
    lines = tuple(_line(code, line) for line in given["lines"])
    order = list(KINDS)
    return Country(code, tuple(given["zones"]), tuple(sorted(lines, key=lambda line: order.index(line.kind))))


def _line(code: str, given: dict[str, Any]) -> Line:
    line = Line(country=code, **given)
    for key, known in ((line.hours, HOURS), (line.whom, WHOM), (line.note, NOTES), (line.bill, BILL)):
        if key not in known:
            raise ValueError(f"lines.toml: {line} says {key!r}, which numbers_words.py does not know")
    if not line.reach or not line.source:
        raise ValueError(f"lines.toml: {line} needs a way to reach it, and a source")
    return line


def country_of_zone(zone: str) -> str:
    """The code of the country whose clocks these are; elsewhere where we have no numbers for it."""
    for code, country in countries().items():
        if zone and zone.startswith(country.zones):
            return code
    return ELSEWHERE


def every_line() -> tuple[Line, ...]:
    return tuple(line for country in countries().values() for line in country.lines)


def old_lines(on: date) -> tuple[Line, ...]:
    """Verified more than 180 days before that day."""
    return tuple(line for line in every_line() if line.verified_on and on - line.verified_on > OLD)


def unverified_lines() -> tuple[Line, ...]:
    return tuple(line for line in every_line() if line.verified_on is None)
