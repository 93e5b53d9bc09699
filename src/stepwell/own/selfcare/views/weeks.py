"""One sign over the last weeks: days at first, weeks once there are enough for a line."""

from dataclasses import replace
from datetime import date, timedelta

from django.http import HttpResponse
from django.shortcuts import render
from django.utils.text import capfirst
from django.utils.translation import gettext as _
from django.views.decorators.http import require_safe

from stepwell.ground.people.api import PersonRequest, for_person
from stepwell.ground.ui.api import Picture, Rated, draw_days, draw_weeks, weeks_of
from stepwell.own.selfcare import days, following
from stepwell.own.selfcare.models import Day

SHOWN = timedelta(weeks=12)
EARLIEST = date(1970, 6, 1)
# Fewer weeks than this make no line: then each day is drawn by itself.
ENOUGH_WEEKS = 3


@for_person
@require_safe
def weeks(request: PersonRequest) -> HttpResponse:
    today = request.person.today
    last = min(_day(request.GET.get("to", ""), today), today)
    first = last - timedelta(days=last.weekday()) - SHOWN + timedelta(weeks=1)
    end = min(first + SHOWN - timedelta(days=1), today)
    found = list(days.numbers(request.keyring, since=first, until=end))
    there = {number.key for number in found}
    signs = [sign for sign in following.signs(request.keyring) if sign.followed or sign.key in there]
    asked = request.GET.get("sign", "")
    sign = next((one for one in signs if one.key == asked), signs[0] if signs else None)
    ratings = [Rated(one.day, one.value) for one in found if sign and one.key == sign.key]
    own = Day.objects.within(request.keyring, request.keyring.own)
    context = {
        "sign": sign,
        "signs": signs,
        "picture": _picture(ratings, sign.label) if sign and ratings else None,
        "last": end,
        "older": first - timedelta(days=1) if own.filter(day__lt=first).exists() else None,
        "newer": min(end + SHOWN, today) if end < today else None,
        "today": today,
        "area": "back",
    }
    return render(request, "selfcare/weeks.html", context)


def _picture(ratings: list[Rated], label: str) -> Picture:
    by_week = weeks_of(ratings)
    signal = capfirst(label)
    many = sum(1 for week in by_week if week.count) >= ENOUGH_WEEKS
    drawn = draw_weeks(by_week, signal=signal) if many else draw_days(ratings, signal=signal)
    # The room's own words: these numbers were written by themselves.
    caption = _("{signal}, 0 to 10, as you wrote it down").format(signal=signal)
    head = (*drawn.table.head[:-1], _("Days")) if many else drawn.table.head
    return replace(drawn, table=replace(drawn.table, caption=caption, head=head))


def _day(asked: str, today: date) -> date:
    try:
        found = date.fromisoformat(asked)
    except ValueError:
        return today
    return max(found, EARLIEST)
