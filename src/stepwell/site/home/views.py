"""The first page, and what matters now on one screen."""

from django.conf import settings
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.utils import timezone
from django.views.decorators.http import require_GET

from stepwell.ground.people.api import PersonRequest, for_anyone, for_person, see_other
from stepwell.site.home.lines import COUNTRIES
from stepwell.together.checkins.api import latest_shared_by_other
from stepwell.together.checkins.api import today as today_of


@require_GET
@for_anyone
def front(request: HttpRequest) -> HttpResponse:
    if getattr(request, "person", None) is not None:
        return see_other(reverse("today"))
    return render(request, "site/front.html", {"open": settings.SIGN_UP_OPEN})


@require_GET
@for_person
def today(request: PersonRequest) -> HttpResponse:
    now = timezone.now()
    view = today_of(request.keyring, request.person)
    local = view.next_at.astimezone(request.person.zone) if view.next_at else None
    context = {
        "area": "today",
        "now": now,
        "view": view,
        "is_today": local is not None and local.date() == now.astimezone(request.person.zone).date(),
        "shared": latest_shared_by_other(request.keyring),
    }
    return render(request, "site/today.html", context)


@require_GET
@for_person
def mine(request: PersonRequest) -> HttpResponse:
    return render(request, "site/mine.html", {"area": "mine"})


@require_GET
@for_anyone
def help_page(request: HttpRequest) -> HttpResponse:
    return render(request, "site/help.html", {"area": "help", "countries": COUNTRIES})


@require_GET
@for_anyone
def about_leaving(request: HttpRequest) -> HttpResponse:
    return render(request, "site/leaving.html", {})
