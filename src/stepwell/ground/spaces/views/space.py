"""The plain page about our space, and the way out of it."""

from django.http import Http404, HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from stepwell.ground.people.api import PersonRequest, for_person, see_other
from stepwell.ground.spaces import resting
from stepwell.ground.spaces.comparing import pairing_of
from stepwell.ground.spaces.errors import NoSpace
from stepwell.ground.spaces.forms import LeaveForm
from stepwell.ground.spaces.leaving import leave as leave_space
from stepwell.ground.spaces.leaving import take_back as take_all_back
from stepwell.ground.spaces.opened import couple_of, my_spaces, say_my_name
from stepwell.ground.spaces.views.inviting import AREA


@require_safe
@for_person
def space(request: PersonRequest) -> HttpResponse:
    couple = couple_of(request.keyring)
    if couple is None:
        if pairing_of(request.keyring):
            return see_other(reverse("spaces:words"))
        ended = bool(my_spaces(request.keyring))
        return render(request, "spaces/none.html", AREA | {"ended": ended})
    if couple.paused:
        # Nothing on this page may depend on who paused, nor on what the other has said since.
        return render(request, "spaces/resting.html", AREA | {"ready": resting.is_ready(request.keyring)})
    say_my_name(request.keyring, couple.circle, request.person.name)
    return render(request, "spaces/space.html", AREA | {"partner": couple.partner_name})


@require_POST
@for_person
def pause(request: PersonRequest) -> HttpResponse:
    return _step(request, resting.pause)


@require_POST
@for_person
def ready(request: PersonRequest) -> HttpResponse:
    return _step(request, resting.be_ready)


@require_POST
@for_person
def not_yet(request: PersonRequest) -> HttpResponse:
    return _step(request, resting.not_yet)


def _step(request: PersonRequest, step: resting.Step) -> HttpResponse:
    try:
        step(request.keyring)
    except NoSpace:
        raise Http404 from None
    return see_other(reverse("spaces:space"))


@require_http_methods(["GET", "HEAD", "POST"])
@for_person
def leave(request: PersonRequest) -> HttpResponse:
    if request.method == "POST":
        return _leave(request)
    couple = couple_of(request.keyring)
    if couple is None:
        return see_other(reverse("spaces:space"))
    return render(request, "spaces/leave.html", AREA | {"form": LeaveForm()})


def _leave(request: PersonRequest) -> HttpResponse:
    form = LeaveForm(request.POST)
    form.is_valid()
    try:
        leave_space(request.keyring, take_back=bool(form.cleaned_data.get("take_back")))
    except NoSpace:
        return see_other(reverse("spaces:space"))
    return see_other(reverse("spaces:left"))


@require_safe
@for_person
def left(request: PersonRequest) -> HttpResponse:
    return render(request, "spaces/left.html", AREA)


@require_http_methods(["GET", "HEAD", "POST"])
@for_person
def take_back(request: PersonRequest) -> HttpResponse:
    """After a space ended, whoever ended it: everything shown there, at once."""
    if all(space.open for space in my_spaces(request.keyring)):
        return see_other(reverse("spaces:space"))
    if request.method == "POST":
        take_all_back(request.keyring)
        return see_other(reverse("spaces:take-back") + "?done")
    page = "spaces/taken_back.html" if "done" in request.GET else "spaces/take_back.html"
    return render(request, page, AREA)
