"""The days that a rule gives, reckoned near those that are asked for."""

from dataclasses import replace
from datetime import date, timedelta
from functools import lru_cache

from stepwell.together.calendar.falling import NONE, Shape, falling

DAYS = ("MO", "TU", "WE", "TH", "FR", "SA", "SU")
NUMBERS = {"BYMONTH", "BYMONTHDAY", "BYYEARDAY", "BYWEEKNO", "BYSETPOS"}
WEEK = timedelta(days=7)
YEAR_ZERO, YEAR_END = date(1900, 1, 1), date(2200, 12, 31)


class BadRule(ValueError):
    """why: one of `often`, `unknown`, `never`, `many`, `broken`."""

    def __init__(self, why: str) -> None:
        super().__init__(why)
        self.why = why


def parts_of(rule: str) -> dict[str, str]:
    """Raises BadRule."""
    parts: dict[str, str] = {}
    for part in rule.upper().strip().removeprefix("RRULE:").strip(";").split(";"):
        name, _is, value = part.partition("=")
        if not value or name in parts:
            raise BadRule("broken")
        parts[name] = value.replace(" ", "")
    return parts


def days(rule: str, begins: date, first: date, last: date) -> tuple[date, ...]:
    """Days in [first, last] on which the rule falls, none before `begins`. COUNT and UNTIL are not heeded."""
    first, last = max(first, begins, YEAR_ZERO), min(last, YEAR_END)
    return _days(*near(rule, begins, first), first, last) if first <= last else ()


# Neither this nor what is read of a rule holds anything of anybody: the same for all who meet on Tuesdays.
@lru_cache(maxsize=4096)
def _days(shape: Shape, near: date, first: date, last: date) -> tuple[date, ...]:
    return tuple(day for _looked, found in falling(shape, near, first, last) for day in found)


def near(rule: str, begins: date, first: date) -> tuple[Shape, date]:
    shape = _shape(rule, begins.month, begins.day, begins.weekday())
    return shape, _nearest(shape, begins, first)


@lru_cache(maxsize=1024)
def _shape(rule: str, month: int, day: int, weekday: int) -> Shape:
    """With what a rule leaves to its first day said in it: then it may be started elsewhere."""
    shape = read_rule(parts_of(rule))
    if shape.weeks or shape.year_days or shape.month_days or shape.weekdays or shape.nth:
        return shape
    if shape.frequency == "YEARLY":
        return replace(shape, months=shape.months or frozenset({month}), month_days=frozenset({day}))
    if shape.frequency == "MONTHLY":
        return replace(shape, month_days=frozenset({day}))
    return replace(shape, weekdays=frozenset({weekday})) if shape.frequency == "WEEKLY" else shape


def read_rule(parts: dict[str, str]) -> Shape:
    """Raises ValueError."""
    numbers = {name: tuple(int(one) for one in parts[name].split(",")) for name in NUMBERS & set(parts)}
    some = {name: frozenset(found) for name, found in numbers.items()}
    weekdays = [_weekday(one) for one in parts["BYDAY"].split(",")] if "BYDAY" in parts else []
    nth = parts["FREQ"] in ("MONTHLY", "YEARLY")
    return Shape(
        frequency=parts["FREQ"],
        every=int(parts.get("INTERVAL", "1")),
        wkst=DAYS.index(parts.get("WKST", "MO")),
        months=some.get("BYMONTH", NONE),
        month_days=some.get("BYMONTHDAY", NONE),
        year_days=some.get("BYYEARDAY", NONE),
        weeks=some.get("BYWEEKNO", NONE),
        weekdays=frozenset(day for which, day in weekdays if not (which and nth)),
        nth=frozenset((which, day) for which, day in weekdays if which and nth),
        places=numbers.get("BYSETPOS", ()),
    )


def _weekday(word: str) -> tuple[int, int]:
    """Which of its kind, 0 for every one, and the weekday from Monday 0. Raises ValueError."""
    day, number = DAYS.index(word[-2:]), word[:-2]
    if number and not 1 <= abs(int(number)) <= 53:
        raise ValueError(word)
    return int(number or 0), day


def _nearest(shape: Shape, begins: date, first: date) -> date:
    """A day not after `first` from which the rule gives the same days as from `begins`: the later it is, the
    more of those who meet on Tuesdays are answered by one reckoning."""
    if shape.frequency == "DAILY":
        return begins + timedelta(days=(first - begins).days // shape.every * shape.every)
    if shape.frequency == "WEEKLY":
        week = begins - timedelta(days=(begins.weekday() - shape.wkst) % 7)
        return week + WEEK * ((first - week).days // 7 // shape.every * shape.every)
    months = 1 if shape.frequency == "MONTHLY" else 12
    now, ahead = begins.year * 12 + begins.month - 1, first.year * 12 + first.month - 1
    now = now if months == 1 else begins.year * 12
    year, month = divmod(now + (ahead - now) // (months * shape.every) * months * shape.every, 12)
    return date(year, month + 1, 1)
