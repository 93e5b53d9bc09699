"""On which days a rule falls. dateutil reckons; this module starts it near the days that are asked for."""

from dataclasses import dataclass
from datetime import UTC, date, datetime, time, timedelta
from functools import lru_cache
from typing import Any
from zoneinfo import ZoneInfo

from dateutil import rrule  # type: ignore[import-untyped]  # it ships no types

DAYS = ("MO", "TU", "WE", "TH", "FR", "SA", "SU")
FREQUENCIES = {"DAILY": rrule.DAILY, "WEEKLY": rrule.WEEKLY, "MONTHLY": rrule.MONTHLY, "YEARLY": rrule.YEARLY}
NUMBERS = {"BYMONTH", "BYMONTHDAY", "BYYEARDAY", "BYWEEKNO", "BYSETPOS"}
KNOWN = {"FREQ", "INTERVAL", "COUNT", "UNTIL", "WKST", "BYDAY", *NUMBERS}
MOST_COUNT, MOST_INTERVAL, MOST_NUMBERS, MOST_PLACES = 2_000, 1_000, 400, 40
LONGEST_MONTHS = {"2": 29, "4": 30, "6": 30, "9": 30, "11": 30}
# How far a rule is followed to find its last day. What ends later is endless here.
FAR = timedelta(days=366 * 100)
WEEK = timedelta(days=7)
# Within so long a rule with an interval of one mostly comes at least once.
PERIODS = {"DAILY": 1, "WEEKLY": 7, "MONTHLY": 31, "YEARLY": 366}
TURNS = {"DAILY": timedelta(days=7), "WEEKLY": WEEK * 2, "MONTHLY": WEEK * 9, "YEARLY": WEEK * 53}
# In quarters of a microsecond, about: what all the rules of one file may take together.
MOST_STEPS = 4_000_000
FIRST_STRETCH = timedelta(days=56)
YEAR_ZERO, YEAR_END = date(1900, 1, 1), date(2200, 12, 31)


class BadRule(ValueError):
    """why: one of `often`, `unknown`, `never`, `many`, `broken`."""

    def __init__(self, why: str) -> None:
        super().__init__(why)
        self.why = why


@dataclass
class Steps:
    """How much may still be reckoned to find where rules end. One for a whole file."""

    left: int = MOST_STEPS

    def take(self, many: int) -> None:
        """Raises BadRule."""
        self.left -= many
        if self.left < 0:
            raise BadRule("many")


def parts_of(rule: str) -> dict[str, str]:
    """Raises BadRule."""
    parts: dict[str, str] = {}
    for part in rule.upper().strip().removeprefix("RRULE:").strip(";").split(";"):
        name, _is, value = part.partition("=")
        if not value or name in parts:
            raise BadRule("broken")
        parts[name] = value.replace(" ", "")
    return parts


def settle(
    rule: str, begins: datetime, zone: ZoneInfo, steps: Steps | None = None
) -> tuple[str, datetime | None]:
    """The rule as it is kept, and the last start that it gives (None: endless). Raises BadRule.

    What ends further off than anybody looks is kept as endless; what ends before it begins is refused.
    """
    steps = steps or Steps()
    parts = _of_days(parts_of(rule), begins)
    _check_numbers(parts)
    until = _until(parts["UNTIL"], zone) if "UNTIL" in parts else None
    if until is not None and until - begins > FAR:
        until = None
        del parts["UNTIL"]
    kept = ";".join(f"{name}={value}" for name, value in parts.items())
    if until is not None:
        if until < begins:
            raise BadRule("never")
        return kept, _last_until(kept, parts, begins, until, steps)
    if "COUNT" in parts:
        return kept, _last_counted(kept, parts, begins, steps)
    return kept, None


def _of_days(parts: dict[str, str], begins: datetime) -> dict[str, str]:
    """Without the hour, where it is that of the first. Raises BadRule for what comes more than once a day."""
    for name, now in (("BYHOUR", begins.hour), ("BYMINUTE", begins.minute), ("BYSECOND", begins.second)):
        if name in parts and parts.pop(name).lstrip("0") != str(now).lstrip("0"):
            raise BadRule("often")
    if parts.get("FREQ") in {"SECONDLY", "MINUTELY", "HOURLY"}:
        raise BadRule("often")
    if parts.get("FREQ") not in FREQUENCIES or {"COUNT", "UNTIL"} <= set(parts):
        raise BadRule("broken")
    if set(parts) - KNOWN:
        raise BadRule("unknown")
    return parts


def _check_numbers(parts: dict[str, str]) -> None:
    try:
        count, interval = int(parts.get("COUNT", "1")), int(parts.get("INTERVAL", "1"))
        numbers = [int(one) for name in NUMBERS & set(parts) for one in parts[name].split(",")]
        _arguments(parts)
    except ValueError:
        raise BadRule("broken") from None
    if not 1 <= interval <= MOST_INTERVAL or len(numbers) > MOST_NUMBERS:
        raise BadRule("many")
    if not 1 <= count <= MOST_COUNT:
        raise BadRule("many")
    if parts.get("BYSETPOS", "").count(",") >= MOST_PLACES:
        raise BadRule("many")
    if any(not 1 <= abs(number) <= 366 for number in numbers):
        raise BadRule("broken")
    # dateutil would look for such a day until the year 9999.
    if {"BYMONTH", "BYMONTHDAY"} <= set(parts) and not _has_such_a_day(parts):
        raise BadRule("never")


def _has_such_a_day(parts: dict[str, str]) -> bool:
    months = {str(int(month)) for month in parts["BYMONTH"].split(",")}
    least = min(abs(int(day)) for day in parts["BYMONTHDAY"].split(","))
    return any(least <= LONGEST_MONTHS.get(month, 31) for month in months)


def _until(value: str, zone: ZoneInfo) -> datetime:
    """By the clock of the zone. A day counts to its end."""
    try:
        if len(value) == 8:
            return datetime.combine(datetime.strptime(value, "%Y%m%d").date(), time.max)  # noqa: DTZ007 - a wall clock
        until = datetime.strptime(value.rstrip("Z"), "%Y%m%dT%H%M%S")  # noqa: DTZ007 - a wall clock
    except ValueError:
        raise BadRule("broken") from None
    # On the first and the last day there is, no other clock can be reckoned, and none is needed.
    if not value.endswith("Z") or not date.min < until.date() < date.max:
        return until
    return until.replace(tzinfo=UTC).astimezone(zone).replace(tzinfo=None)


def _last_counted(rule: str, parts: dict[str, str], begins: datetime, steps: Steps) -> datetime:
    """Counted out in stretches that grow, so that a short rule costs little. Raises BadRule."""
    left, first, stretch = int(parts["COUNT"]), begins.date(), FIRST_STRETCH
    end = min((begins + FAR).date(), YEAR_END)
    found: tuple[date, ...] = ()
    latest = None
    while left > 0 and first <= end:
        last = min(first + stretch, end)
        steps.take(_cost(parts, (last - first).days + 1))
        if found := days(rule, begins.date(), first, last, keep=False)[:left]:
            left, latest = left - len(found), found[-1]
        first, stretch = last + timedelta(days=1), stretch * 2
    if latest is None:
        raise BadRule("never")
    return max(datetime.combine(latest, begins.time()), begins)


def _cost(parts: dict[str, str], many: int) -> int:
    """Of reckoning so many days in a row: dateutil looks at each, and goes through every list for it."""
    numbers = sum(parts[name].count(",") + 1 for name in NUMBERS & set(parts))
    places = parts["BYSETPOS"].count(",") + 1 if "BYSETPOS" in parts else 0
    each = 0.4 + numbers / 6 + places * 3 / PERIODS[parts["FREQ"]] + 5.6 / PERIODS[parts["FREQ"]]
    # What an interval passes over is not looked at, a whole period is.
    looked = many // int(parts.get("INTERVAL", "1")) + PERIODS[parts["FREQ"]]
    return int(looked * each)


def _last_until(
    rule: str, parts: dict[str, str], begins: datetime, until: datetime, steps: Steps
) -> datetime:
    """Looked for near the end first, then further back: earlier ones make no difference to the last."""
    turn = TURNS[parts["FREQ"]] * int(parts.get("INTERVAL", "1"))
    for back in (turn, turn * 54, FAR):
        first = max(begins.date(), (until - min(back, FAR)).date())
        steps.take(_cost(parts, (until.date() - first).days + 1))
        found = days(rule, begins.date(), first, until.date(), keep=False)
        starts = [start for day in found if (start := datetime.combine(day, begins.time())) <= until]
        if starts or first == begins.date():
            return max([begins, *starts])
    return begins


def _arguments(parts: dict[str, str]) -> dict[str, Any]:
    """For dateutil. Raises ValueError."""
    given: dict[str, Any] = {"interval": int(parts.get("INTERVAL", "1"))}
    for name in NUMBERS & set(parts):
        given[name.lower()] = [int(one) for one in parts[name].split(",")]
    if "WKST" in parts:
        given["wkst"] = DAYS.index(parts["WKST"])
    if "BYDAY" in parts:
        given["byweekday"] = [_weekday(one) for one in parts["BYDAY"].split(",")]
    return given


def _weekday(word: str) -> Any:
    day, number = rrule.weekday(DAYS.index(word[-2:])), word[:-2]
    if not number:
        return day
    if not 1 <= abs(int(number)) <= 53:
        raise ValueError(word)
    return day(int(number))


def _explicit(given: dict[str, Any], frequency: str, month: int, day: int, weekday: int) -> dict[str, Any]:
    """What a rule leaves to its first day, said in the rule: then it may be started elsewhere."""
    if set(given) & {"byweekno", "byyearday", "bymonthday", "byweekday"}:
        return given
    if frequency == "YEARLY":
        return {"bymonth": [month], **given, "bymonthday": [day]}
    if frequency == "MONTHLY":
        return {**given, "bymonthday": [day]}
    return {**given, "byweekday": [weekday]} if frequency == "WEEKLY" else given


def days(rule: str, begins: date, first: date, last: date, *, keep: bool = True) -> tuple[date, ...]:
    """Days in [first, last] on which the rule falls, none before `begins`. COUNT and UNTIL are not heeded.

    keep: whether the answer is likely to be asked for again.
    """
    first, last = max(first, begins, YEAR_ZERO), min(last, YEAR_END)
    if last < first:
        return ()
    frequency, every, start, plain = _shape(rule, begins.month, begins.day, begins.weekday())
    near = _nearest(frequency, every, start, begins, first)
    return (_days if keep else _reckoned)(frequency, plain, near, first, last)


Plain = tuple[tuple[str, Any], ...]


# This and `_days` hold nothing of anybody: rules and their days, the same for all who meet on Tuesdays.
@lru_cache(maxsize=1024)
def _shape(rule: str, month: int, day: int, weekday: int) -> tuple[str, int, int, Plain]:
    """Frequency, interval, the first weekday of a week, and the rule for dateutil with its first day said."""
    parts = parts_of(rule)
    given = _explicit(_arguments(parts), parts["FREQ"], month, day, weekday)
    plain = tuple(sorted((name, _frozen(value)) for name, value in given.items()))
    return parts["FREQ"], given["interval"], given.get("wkst", 0), plain


def _frozen(value: Any) -> Any:
    return tuple(value) if isinstance(value, list) else value


def _reckoned(frequency: str, given: Plain, start: date, first: date, last: date) -> tuple[date, ...]:
    begins, until = datetime.combine(start, time()), datetime.combine(last, time())
    found = rrule.rrule(FREQUENCIES[frequency], dtstart=begins, until=until, **dict(given))
    return tuple(moment.date() for moment in found if moment.date() >= first)


_days = lru_cache(maxsize=4096)(_reckoned)


def _nearest(frequency: str, every: int, wkst: int, begins: date, first: date) -> date:
    """A day before `first` from which the rule gives the same days as from `begins`."""
    if frequency == "DAILY":
        return begins + timedelta(days=(first - begins).days // every * every)
    if frequency == "WEEKLY":
        week = begins - timedelta(days=(begins.weekday() - wkst) % 7)
        ahead = (first - week).days // 7 // every * every
        return week + WEEK * ahead if ahead else begins
    if frequency == "MONTHLY":
        ahead = ((first.year - begins.year) * 12 + first.month - begins.month) // every * every
        year, month = divmod(begins.year * 12 + begins.month - 1 + ahead, 12)
        return date(year, month + 1, 1) if ahead else begins
    # One turn earlier: the first week of a year may begin in the year before.
    ahead = max(0, (first.year - begins.year) // every - 1) * every
    return date(begins.year + ahead, 1, 1) if ahead else begins
