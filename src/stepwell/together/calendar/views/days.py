"""A day, a week, a month, and the days to come: the same lines, laid out otherwise."""

from datetime import date, timedelta
from functools import lru_cache
from typing import Any

from django.http import HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.utils.dateformat import format as date_format
from django.utils.dates import WEEKDAYS, WEEKDAYS_ABBR
from django.utils.translation import get_language
from django.views.decorators.http import require_safe

from stepwell.ground.people.api import PersonRequest, for_person
from stepwell.ground.spaces.api import couple_of
from stepwell.ground.ui.api import in_words, short_date
from stepwell.together.calendar.grid import drawn
from stepwell.together.calendar.layout import laid_out
from stepwell.together.calendar.lines import DayLines, apart_from_daily, lines_of, short_heading
from stepwell.together.calendar.views.asking import AREA, day_of, reader_of
from stepwell.together.calendar.zones import place

DAY, WEEK = timedelta(days=1), timedelta(days=7)
MOST_IN_MONTH = 4
MOST_IN_WEEK, MOST_IN_LIST = 30, 30
AHEAD = WEEK * 4


@lru_cache(maxsize=8)
def _weekdays(language: str | None, *, short: bool) -> tuple[str, ...]:
    del language  # only part of the cache key
    return tuple(str((WEEKDAYS_ABBR if short else WEEKDAYS)[day]) for day in range(7))


@for_person
@require_safe
def coming(request: PersonRequest) -> HttpResponse:
    """Today and the four weeks after it: only days on which there is something."""
    return _list(request, request.person.today)


@for_person
@require_safe
def listed(request: PersonRequest, day: str) -> HttpResponse:
    return _list(request, day_of(day))


def _list(request: PersonRequest, first: date) -> HttpResponse:
    last = first + AHEAD - DAY
    daily, days = apart_from_daily(_days(request, first, last, most=MOST_IN_LIST))
    some = [one for one in days if one.lines or one.today]
    empty = not daily and not any(one.lines for one in some)
    words = short_heading(first, last)
    return _page(request, "list", first, some, words, AHEAD, last=last, daily=daily, empty=empty)


@for_person
@require_safe
def day(request: PersonRequest, day: str) -> HttpResponse:
    asked = day_of(day)
    return _page(request, "day", asked, _days(request, asked, asked), in_words(asked, "day"), DAY)


@for_person
@require_safe
def week(request: PersonRequest, day: str) -> HttpResponse:
    asked = day_of(day)
    first = asked - DAY * asked.weekday()
    last = first + WEEK - DAY
    heading = short_heading(first, last)
    return _page(
        request,
        "week",
        asked,
        _days(request, first, last, most=MOST_IN_WEEK),
        heading,
        WEEK,
        number=first.isocalendar()[1],
    )


@for_person
@require_safe
def month(request: PersonRequest, day: str) -> HttpResponse:
    asked = day_of(day)
    first = asked.replace(day=1)
    following = (first + timedelta(days=32)).replace(day=1)
    days = _days(request, first, following - DAY, most=MOST_IN_MONTH, short=True)
    before = (first - DAY).replace(day=1)
    turns = {"earlier": before, "later": following}
    return _page(
        request,
        "month",
        asked,
        days,
        date_format(first, "F Y"),
        WEEK,
        grid=drawn(days, first.weekday() + 1),
        **turns,
    )


def _days(
    request: PersonRequest, first: date, last: date, *, most: int = 0, short: bool = False
) -> list[DayLines]:
    reader, today = reader_of(request), request.person.today
    weekdays = _weekdays(get_language(), short=short)
    return [lines_of(one, reader, weekdays, today=today, most=most) for one in laid_out(reader, first, last)]


def _page(
    request: PersonRequest,
    view: str,
    asked: date,
    days: list[DayLines],
    heading: str,
    step: timedelta,
    **more: Any,
) -> HttpResponse:
    earlier, later = more.pop("earlier", asked - step), more.pop("later", asked + step)
    context = {
        "area": AREA,
        "view": view,
        "two": couple_of(request.keyring) is not None,
        "days": days,
        "words": heading,
        "asked": asked.isoformat(),
        "views": [
            (name, reverse(f"calendar:{name}", args=[asked.isoformat()]))
            for name in ("day", "week", "month", "list")
        ],
        "earlier": reverse(f"calendar:{view}", args=[earlier.isoformat()]),
        "later": reverse(f"calendar:{view}", args=[later.isoformat()]),
        "earlier_words": short_date(earlier),
        "later_words": short_date(later),
        "now": reverse(f"calendar:{view}", args=[request.person.today.isoformat()]),
        "zone": place(request.person.zone.key),
        "empty": not any(one.lines for one in days),
        **more,
    }
    return render(request, "calendar/days.html", context)
