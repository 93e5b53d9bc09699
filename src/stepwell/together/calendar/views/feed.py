"""The calendar address: one's busy times, without words, in the calendar one already uses."""

from typing import Any

from django.conf import settings
from django.http import HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.views.decorators.http import require_http_methods, require_POST

from stepwell.ground.people.api import PersonRequest, for_person, see_other
from stepwell.together.calendar import feeding
from stepwell.together.calendar.views.asking import AREA


@for_person
@require_http_methods(["GET", "HEAD", "POST"])
def address(request: PersonRequest) -> HttpResponse:
    """A press makes a new address and shows it once."""
    context: dict[str, Any] = {"area": AREA}
    if request.method == "POST":
        token = feeding.begin(request.keyring)
        context["feed_url"] = settings.ORIGIN + reverse("notices:feed", args=[token])
    context["carries"] = feeding.carries(request.keyring)
    return render(request, "calendar/address.html", context)


@for_person
@require_POST
def end(request: PersonRequest) -> HttpResponse:
    feeding.end(request.keyring)
    return see_other(reverse("calendar:address"))
