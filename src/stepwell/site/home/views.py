"""The first page, and what matters now on one screen."""

from datetime import datetime
from zoneinfo import ZoneInfo

from django.conf import settings
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_safe

from stepwell.ground.people.api import PersonRequest, for_anyone, for_person, see_other
from stepwell.ground.spaces.api import couple_of, words_to_compare
from stepwell.own.safety.api import turn_over
from stepwell.site.home.offers import ALWAYS
from stepwell.together.checkins.api import latest_shared_by_other
from stepwell.together.checkins.api import today as today_of
from stepwell.together.dialogue.api import missed_return
from stepwell.together.pathway.api import suggestions


@require_safe
@for_anyone
def front(request: HttpRequest) -> HttpResponse:
    if getattr(request, "person", None) is not None:
        return see_other(reverse("today"))
    return render(request, "site/front.html", {"open": settings.SIGN_UP_OPEN})


@require_safe
@for_person
def today(request: PersonRequest) -> HttpResponse:
    turn_over(request.keyring)
    now = timezone.now()
    couple = couple_of(request.keyring)
    view = today_of(request.keyring, request.person, couple)
    shared = latest_shared_by_other(request.keyring, couple)
    context = {
        "area": "today",
        "now": now,
        "view": view,
        "part_of_day": part_of_day(view.next_at, now, request.person.zone),
        "shared": shared,
        # Nobody compares words for a second space.
        "comparing": couple is None and words_to_compare(request.keyring),
        "missed": missed_return(request.keyring, couple),
        "offers": suggestions(request.keyring, request.person, now, couple) or ALWAYS,
    }
    return render(request, "site/today.html", context)


def part_of_day(moment: datetime | None, now: datetime, zone: ZoneInfo) -> str:
    """The words before a time that falls on this day, in somebody's own zone; empty for another day."""
    if moment is None or moment.astimezone(zone).date() != now.astimezone(zone).date():
        return ""
    hour = moment.astimezone(zone).hour
    if hour < 12:
        return _("This morning at")
    return _("This afternoon at") if hour < 17 else _("This evening at")


@require_safe
@for_person
def mine(request: PersonRequest) -> HttpResponse:
    return render(request, "site/mine.html", {"area": "mine"})


@require_safe
@for_anyone
def about_leaving(request: HttpRequest) -> HttpResponse:
    return render(request, "site/leaving.html", {})
