"""Days of a promise in words. No word here counts how many there are."""

from collections.abc import Iterable
from datetime import date, timedelta
from itertools import groupby

from django.utils.dates import WEEKDAYS
from django.utils.translation import gettext as _

from stepwell.ground.ui.api import date_words, in_words
from stepwell.together.promises.content import DaysV1

DAY = timedelta(days=1)
WORKDAYS = frozenset(range(5))


def when_words(days: DaysV1) -> str:
    """For Tuesday 3 November; every day from 3 to 29 November; on Monday and Friday, from …"""
    if days.repeat == "once":
        return _("for {day}").format(day=in_words(days.first, "day"))
    told = {"until": in_words(days.until, "date"), "first": in_words(days.first, "date")}
    if days.repeat == "monthly":
        return _("once a month, first on {first}, until {until}").format(**told)
    if days.repeat == "weekly":
        told["weekday"] = str(WEEKDAYS[days.first.weekday()])
        return _("once a week, on {weekday}, from {first} to {until}").format(**told)
    if days.repeat == "daily" or len(set(days.weekdays)) == 7:
        return _("every day from {first} to {until}").format(**told)
    told["weekdays"] = weekday_words(days.weekdays)
    return _("on {weekdays}, from {first} to {until}").format(**told)


def weekday_words(weekdays: Iterable[int]) -> str:
    some = sorted(set(weekdays))
    if frozenset(some) == WORKDAYS:
        return _("Monday to Friday")
    return listed([str(WEEKDAYS[day]) for day in some])


def days_words(days: Iterable[date]) -> str:
    """2 to 4, 6 and 9 November; with several months, each with its own."""
    months = groupby(sorted(set(days)), key=lambda day: (day.year, day.month))
    return listed([_in_month(list(some)) for _month, some in months])


def _in_month(days: list[date]) -> str:
    """The month is said once, with the last of them."""
    *runs, last = _runs(days)
    parts = [_run(run[0], str(run[-1].day), several=len(run) > 1) for run in runs]
    return listed([*parts, _run(last[0], date_words(last[-1]), several=len(last) > 1)])


def _runs(days: list[date]) -> list[list[date]]:
    runs: list[list[date]] = []
    for day in days:
        if runs and day - runs[-1][-1] == DAY:
            runs[-1].append(day)
        else:
            runs.append([day])
    return runs


def _run(first: date, last: str, *, several: bool) -> str:
    return _("{first} to {last}").format(first=first.day, last=last) if several else last


def listed(parts: list[str]) -> str:
    if len(parts) < 2:
        return "".join(parts)
    return _("{several} and {last}").format(several=", ".join(parts[:-1]), last=parts[-1])
