"""Which clock a calendar file means: by its name, by the names other systems give it, or by its rules."""

from bisect import bisect_right
from collections.abc import Iterator
from datetime import date, datetime, time, timedelta
from zoneinfo import ZoneInfo

from icalendar.timezone.windows_to_olson import WINDOWS_TO_OLSON

from stepwell.together.calendar.ics.parts import Part, Property
from stepwell.together.calendar.ics.refusing import BadFile
from stepwell.together.calendar.reckoning import BadRule, days
from stepwell.together.calendar.rules import Steps, settle
from stepwell.together.calendar.zones import names, zone_of

# Years in which an unknown clock is held beside those that are known.
YEARS = (2024, 2025, 2026)
MOST_RULES = 40
# How many days are looked at to lay one rule out over the years above.
STEPS_A_RULE = 1_500
# Names that the list of Windows names still uses, and that nobody says any more.
NOW = {
    "America/Buenos_Aires": "America/Argentina/Buenos_Aires",
    "America/Godthab": "America/Nuuk",
    "America/Indianapolis": "America/Indiana/Indianapolis",
    "Asia/Calcutta": "Asia/Kolkata",
    "Asia/Katmandu": "Asia/Kathmandu",
    "Asia/Rangoon": "Asia/Yangon",
    "Asia/Saigon": "Asia/Ho_Chi_Minh",
    "Europe/Kiev": "Europe/Kyiv",
}


class Clocks:
    """The clocks of one file. own: that of the person, for times that name none."""

    def __init__(self, zones: list[Part], own: ZoneInfo, steps: Steps) -> None:
        self.own, self.steps = own, steps
        self.told = {found.value.strip('"'): zone for zone in zones if (found := zone.one("TZID"))}
        self.known: dict[str, ZoneInfo] = {}

    def of(self, name: str, line: int) -> ZoneInfo:
        """Raises BadFile for a clock that cannot be known."""
        name = name.strip().strip('"')
        if name not in self.known:
            self.known[name] = self._find(name, line)
        return self.known[name]

    def _find(self, name: str, line: int) -> ZoneInfo:
        told = self.told.get(name)
        location = told.one("X-LIC-LOCATION") if told else None
        for tried in (name, location.value if location else ""):
            if found := named(tried):
                return found
        if told is not None and (alike := self._alike(told)) is not None:
            return alike
        raise BadFile("zone", line)

    def _alike(self, told: Part) -> ZoneInfo | None:
        try:
            wanted = list(_samples(told, self.steps))
        except (BadRule, ValueError, OverflowError):
            return None
        if not wanted:
            return None
        for zone in (self.own, *_usual()):
            if all(moment.replace(tzinfo=zone).utcoffset() == offset for moment, offset in wanted):
                return zone
        return None


def named(name: str) -> ZoneInfo | None:
    """`Europe/Berlin`, `/some.host/2026/Europe/Berlin` or `W. Europe Standard Time`."""
    if name in names():
        return zone_of(name)
    if name in WINDOWS_TO_OLSON:
        return zone_of(_now(WINDOWS_TO_OLSON[name]))
    words = name.strip("/").split("/")
    for start in range(1, len(words)):
        if (ending := "/".join(words[start:])) in names():
            return zone_of(ending)
    return zone_of("UTC") if name.upper() in {"UTC", "GMT", "Z", "ETC/UTC"} else None


def _usual() -> Iterator[ZoneInfo]:
    for name in sorted({_now(name) for name in WINDOWS_TO_OLSON.values()}):
        if name in names():
            yield zone_of(name)


def _now(name: str) -> str:
    return NOW[name] if NOW.get(name) in names() else name


def _samples(told: Part, steps: Steps) -> Iterator[tuple[datetime, timedelta]]:
    """Noons of some days with the offset that the rules of the file give them: each week of three years."""
    if len(told.inside) > MOST_RULES:
        raise ValueError
    turns = sorted(turn for rule in told.inside for turn in _turns(rule, steps))
    starts = [start for start, _offset in turns]
    for year in YEARS:
        for week in range(52):
            noon = datetime.combine(date(year, 1, 3) + timedelta(weeks=week), time(12))
            begun = bisect_right(starts, noon)
            if begun:
                yield noon, turns[begun - 1][1]


def _turns(rule: Part, steps: Steps) -> Iterator[tuple[datetime, timedelta]]:
    start, to = rule.one("DTSTART"), rule.one("TZOFFSETTO")
    if start is None or to is None:
        raise ValueError
    begins, offset = datetime.strptime(start.value[:15], "%Y%m%dT%H%M%S"), _offset(to)  # noqa: DTZ007 - a wall clock
    yield begins, offset
    repeated = rule.one("RRULE")
    if repeated is None:
        return
    steps.take(STEPS_A_RULE)
    try:
        kept, last = settle(repeated.value, begins, zone_of("UTC"), steps)
    except BadRule as bad:
        # It ends where it begins, by a clock that is not known yet.
        if bad.why == "never":
            return
        raise
    if "FREQ=YEARLY" not in kept:
        raise ValueError
    until = min(date(YEARS[-1], 12, 31), last.date() if last else date.max)
    for day in days(kept, begins.date(), date(YEARS[0] - 1, 1, 1), until):
        yield datetime.combine(day, begins.time()), offset


def _offset(given: Property) -> timedelta:
    sign, digits = given.value[:1], given.value[1:]
    if sign not in "+-" or not digits.isdecimal() or len(digits) not in (4, 6):
        raise ValueError
    found = timedelta(hours=int(digits[:2]), minutes=int(digits[2:4]), seconds=int(digits[4:] or 0))
    return found if sign == "+" else -found
