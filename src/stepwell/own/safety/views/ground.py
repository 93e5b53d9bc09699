"""Where somebody chooses how to go on, when a yes of theirs does not count yet.

The page is the same, byte for byte, for whoever has not answered, answered yes, left something open, or
answered too long ago: whoever looks at this screen learns nothing, not even that there were answers.
"""

from contextlib import suppress

from django.http import HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from stepwell.ground.people.api import PersonRequest, for_person, see_other
from stepwell.ground.spaces.api import NoSpace, pause
from stepwell.own.safety import gate
from stepwell.own.safety.forms import KnowinglyForm, WayForm
from stepwell.own.safety.page_of_numbers import first_numbers, stop_numbers
from stepwell.own.safety.views.country import country_for

UNPROCESSABLE = 422


@for_person
@require_http_methods(["GET", "HEAD", "POST"])
def ground(request: PersonRequest) -> HttpResponse:
    if request.method != "POST":
        return _page(request)
    form = WayForm(request.POST)
    if not form.is_valid():
        return _page(request, way=form, status=UNPROCESSABLE)
    if form.cleaned_data["way"] == "leave":
        return see_other(reverse("spaces:leave"))
    if form.cleaned_data["way"] == "alone":
        # Whoever has no space, or was left a moment ago, is alone already.
        with suppress(NoSpace):
            pause(request.keyring)
    return see_other(reverse(f"safety:{form.cleaned_data['way']}"))


@for_person
@require_safe
def alone(request: PersonRequest) -> HttpResponse:
    return render(request, "safety/alone.html", {"area": "mine"})


@for_person
@require_safe
def some(request: PersonRequest) -> HttpResponse:
    return render(request, "safety/some.html", {"area": "mine"})


@for_person
@require_POST
def knowingly(request: PersonRequest) -> HttpResponse:
    form = KnowinglyForm(request.POST)
    if not form.is_valid():
        return _page(request, knowing=form, status=UNPROCESSABLE)
    gate.lift(request.keyring, *(gate.Joint(name) for name in form.cleaned_data["joint"]))
    return _kept()


@for_person
@require_POST
def close(request: PersonRequest) -> HttpResponse:
    gate.lower(request.keyring)
    return _kept()


def _kept() -> HttpResponse:
    return see_other(f"{reverse('safety:ground')}?kept")


def _page(
    request: PersonRequest,
    *,
    way: WayForm | None = None,
    knowing: KnowinglyForm | None = None,
    status: int = 200,
) -> HttpResponse:
    code = country_for(request)
    context = {
        "area": "mine",
        "kept": "kept" in request.GET,
        "way": way or WayForm(),
        "knowing": knowing or KnowinglyForm(),
        "numbers": first_numbers(code),
        "stop": stop_numbers(code),
    }
    return render(request, "safety/ground.html", context, status=status)
