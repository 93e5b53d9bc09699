"""Eight words that two people compare."""

from typing import Any

from django.http import HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.views.decorators.http import require_POST, require_safe

from stepwell.ground.people.api import PersonRequest, for_person, see_other
from stepwell.ground.spaces import comparing
from stepwell.ground.spaces.errors import AlreadyTogether, InvitationOver, WordsChanged
from stepwell.ground.spaces.opened import couple_of
from stepwell.ground.spaces.views.inviting import AREA, CONFLICT, over, together_already


@require_safe
@for_person
def words(request: PersonRequest) -> HttpResponse:
    if couple_of(request.keyring):
        return see_other(reverse("spaces:space"))
    pairing = comparing.pairing_of(request.keyring)
    if pairing is None:
        return see_other(reverse("spaces:invite"))
    return _page(request, pairing)


def _page(request: PersonRequest, pairing: comparing.Pairing, **more: Any) -> HttpResponse:
    if pairing.said:
        return render(request, "spaces/words_said.html", AREA)
    shown = {"name": pairing.other_name, "words": pairing.words(request.keyring), "shown": pairing.shown}
    return render(request, "spaces/words.html", AREA | shown, **more)


@require_POST
@for_person
def same(request: PersonRequest) -> HttpResponse:
    try:
        circle = comparing.say_same(request.keyring, request.POST.get("shown", ""))
    except InvitationOver:
        # Sent twice: the first one may have founded the space.
        return see_other(reverse("spaces:space")) if couple_of(request.keyring) else over(request)
    except AlreadyTogether:
        return together_already(request)
    except WordsChanged:
        pairing = comparing.pairing_of(request.keyring)
        return _page(request, pairing, status=CONFLICT) if pairing else over(request)
    return see_other(reverse("spaces:space" if circle else "spaces:words"))


@require_POST
@for_person
def differ(request: PersonRequest) -> HttpResponse:
    comparing.say_different(request.keyring)
    return see_other(reverse("spaces:different"))


@require_safe
@for_person
def different(request: PersonRequest) -> HttpResponse:
    return render(request, "spaces/different.html", AREA)
