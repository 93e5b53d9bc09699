"""Moving: alone at will; two forward with both, and back with either."""

from collections.abc import Callable
from uuid import UUID

from django.http import Http404, HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.views.decorators.http import require_POST

from stepwell.ground.people.api import PersonRequest, for_person, see_other
from stepwell.ground.spaces.api import NotNow, couple_of
from stepwell.together.pathway.forms import StandForm
from stepwell.together.pathway.place import stand_on
from stepwell.together.pathway.ready import say_ready, step_back, take_back
from stepwell.together.pathway.views.landings import page
from stepwell.together.pathway.window import too_much


@for_person
@require_POST
def mine(request: PersonRequest) -> HttpResponse:
    form = StandForm(request.POST, two=couple_of(request.keyring) is not None)
    if not form.is_valid():
        return page(request, form)
    stand_on(request.keyring, form.cleaned_data["landing"])
    return _back()


@for_person
@require_POST
def ready(request: PersonRequest) -> HttpResponse:
    # Said over the edge it is not their word. To the other it is as if the button had never been pressed.
    if too_much(request.keyring):
        return render(request, "ui/later.html", {"area": "together", "back": reverse("pathway:landings")})
    turn = _turn(request)
    return _step(request, lambda: say_ready(request.keyring, turn) if turn else None)


@for_person
@require_POST
def not_yet(request: PersonRequest) -> HttpResponse:
    return _step(request, lambda: take_back(request.keyring))


@for_person
@require_POST
def back(request: PersonRequest) -> HttpResponse:
    turn = _turn(request)
    return _step(request, lambda: step_back(request.keyring, turn) if turn else None)


def _turn(request: PersonRequest) -> UUID | None:
    """Which page this was pressed on. One that lost it moves nobody, and the next page says where we are."""
    try:
        return UUID(request.POST.get("turn", ""))
    except ValueError:
        return None


def _step(request: PersonRequest, step: Callable[[], None]) -> HttpResponse:
    if couple_of(request.keyring) is None:
        raise Http404
    try:
        step()
    except NotNow:
        # The page says that the space rests.
        return _back()
    return _back()


def _back() -> HttpResponse:
    return see_other(reverse("pathway:landings"))
