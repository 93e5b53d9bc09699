"""What the pages of this room share."""

from django.http import Http404, HttpResponse
from django.shortcuts import render
from django.urls import reverse

from stepwell.ground.people.api import PersonRequest, see_other
from stepwell.ground.spaces.api import Couple, couple_of

UNPROCESSABLE = 422


def area(couple: Couple | None) -> str:
    return "together" if couple else "mine"


def to_ladder(kept: str = "") -> HttpResponse:
    """kept: what the page may say of what was just done; a topic of one's own stands open where it begins."""
    said = f"?kept={kept}" + ("#own" if kept == "own" else "")
    return see_other(reverse("openness:ladder") + (said if kept else ""))


def open_couple(request: PersonRequest) -> Couple | None:
    """The space of two while it is open."""
    couple = couple_of(request.keyring)
    return couple if couple and not couple.paused else None


def couple_or_none(request: PersonRequest) -> Couple:
    couple = open_couple(request)
    if couple is None:
        raise Http404
    return couple


def later(request: PersonRequest) -> HttpResponse:
    """It is a lot right now: nothing was said for them."""
    return render(request, "ui/later.html", {"area": "together", "back": reverse("openness:ladder")})


def number_in(request: PersonRequest, name: str) -> int:
    given = str(request.POST.get(name, ""))
    return int(given) if given.isascii() and given.isdecimal() and len(given) < 9 else 0
