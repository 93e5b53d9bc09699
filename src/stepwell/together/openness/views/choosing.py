"""Choosing a prompt for oneself: its boundary, who would read its words, and the asking."""

from uuid import NAMESPACE_URL, uuid5

from django.http import Http404, HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_http_methods, require_POST

from stepwell.ground.people.api import PersonRequest, begin_with, beginning, for_person, see_other
from stepwell.ground.spaces.api import NotNow, couple_of
from stepwell.together.openness import asking, leaf
from stepwell.together.openness.forms import BoundaryForm
from stepwell.together.openness.limits import Deeper, Later
from stepwell.together.openness.page_words import COMPARE
from stepwell.together.openness.prompts import Prompt, prompt_of
from stepwell.together.openness.views.opened import UNPROCESSABLE, area, later, open_couple, to_ladder

LETTER = "appreciation"


@for_person
@require_http_methods(["GET", "HEAD", "POST"])
def choose(request: PersonRequest, prompt: str) -> HttpResponse:
    found = _prompt(request, prompt)
    if request.method != "POST":
        return _page(request, found, BoundaryForm())
    couple = open_couple(request)
    if couple is None:
        return to_ladder()
    form = BoundaryForm(request.POST)
    if not form.is_valid():
        return _page(request, found, form, UNPROCESSABLE)
    try:
        asking.ask(request.keyring, couple, found, form.cleaned_data["boundary"])
    except Later:
        return later(request)
    except Deeper:
        return to_ladder()
    except NotNow:
        form.add_error(None, COMPARE)
        return _page(request, found, form, UNPROCESSABLE)
    return to_ladder()


def _page(request: PersonRequest, found: Prompt, form: BoundaryForm, status: int = 200) -> HttpResponse:
    keyring = request.keyring
    couple = couple_of(keyring)
    is_open = couple is not None and not couple.paused
    mine = asking.mine(keyring, couple, leaf.leaf_of(keyring)) if couple and is_open else None
    context = {
        "prompt": found,
        "form": form,
        "couple": couple,
        "is_open": is_open,
        "mine": mine,
        "may_write": beginning(LETTER) is not None,
        "area": area(couple),
    }
    return render(request, "openness/choose.html", context, status=status)


@for_person
@require_POST
def for_myself(request: PersonRequest, prompt: str) -> HttpResponse:
    """A letter begins with it, for its writer alone until they choose otherwise."""
    found = _prompt(request, prompt)
    origin = found.own or uuid5(NAMESPACE_URL, f"openness:{found.key}")
    where = begin_with(request.keyring, LETTER, f"{found.text}\n\n", origin=origin)
    return see_other(where) if where else to_ladder()


@for_person
@require_POST
def take_back(request: PersonRequest) -> HttpResponse:
    couple = couple_of(request.keyring)
    if couple:
        asking.take_back(request.keyring, couple)
    return to_ladder()


def _prompt(request: PersonRequest, key: str) -> Prompt:
    """One that this person may choose. A deeper one, and somebody else's, are as if they were not there."""
    alone = couple_of(request.keyring) is None
    found = prompt_of(leaf.leaf_of(request.keyring), key, alone=alone)
    if found is None:
        raise Http404
    return found
