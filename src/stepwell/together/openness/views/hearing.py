"""Agreeing to hear, the frame that stands until it is told, and that it was told."""

from uuid import UUID

from django.http import Http404, HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.views.decorators.http import require_POST, require_safe

from stepwell.ground.people.api import PersonRequest, begin_with, beginning, for_person, see_other
from stepwell.ground.spaces.api import NotNow
from stepwell.together.openness import afterwards, asking, hearing, leaf
from stepwell.together.openness.limits import Gone, Later
from stepwell.together.openness.views.opened import couple_or_none, later, open_couple, to_ladder
from stepwell.together.openness.views.words import boundary_words
from stepwell.together.openness.visiting import visit

WAYS = {"talk": "talk", "letter": "appreciation"}


@for_person
@require_safe
def frame(request: PersonRequest, opening: UUID) -> HttpResponse:
    """For both: the words, the boundary, who tells. What is said is nowhere here."""
    couple = couple_or_none(request)
    visit(request.keyring, couple)
    try:
        one = hearing.agreed_one(request.keyring, couple, opening)
    except Gone:
        if any(told.id == opening for told in _told(request)):
            return see_other(reverse("openness:after", args=[opening]))
        raise Http404 from None
    context = {
        "one": one,
        "boundary": boundary_words(one),
        "couple": couple,
        "ways": {way: beginning(key) for way, key in WAYS.items()},
        "area": "together",
    }
    return render(request, "openness/frame.html", context)


def _told(request: PersonRequest) -> list[afterwards.Told]:
    return afterwards.told(request.keyring, couple_or_none(request), leaf.leaf_of(request.keyring))


@for_person
@require_POST
def yes(request: PersonRequest, opening: UUID) -> HttpResponse:
    """Where it is there no more, and for a stranger, nothing comes of it and nothing is said."""
    couple = open_couple(request)
    if couple is None:
        return to_ladder()
    try:
        hearing.say_yes(request.keyring, couple, opening)
    except Later:
        return later(request)
    except NotNow:
        return to_ladder("not")
    return to_ladder()


@for_person
@require_POST
def not_any_more(request: PersonRequest, opening: UUID) -> HttpResponse:
    couple = open_couple(request)
    if couple:
        hearing.not_any_more(request.keyring, couple, opening)
    return to_ladder()


@for_person
@require_POST
def aside(request: PersonRequest, opening: UUID) -> HttpResponse:
    """Out of one's own sight, or back. It is no answer."""
    couple = open_couple(request)
    if couple and asking.theirs_of(request.keyring, couple).filter(id=opening).exists():
        leaf.set_aside(request.keyring, opening, aside=request.POST.get("do") != "back")
    return to_ladder()


@for_person
@require_POST
def way(request: PersonRequest, opening: UUID) -> HttpResponse:
    """Who tells goes on to a talk or a letter that begins with the words of the prompt."""
    couple = couple_or_none(request)
    try:
        one = hearing.agreed_one(request.keyring, couple, opening)
    except Gone:
        raise Http404 from None
    key = WAYS.get(str(request.POST.get("way", "")))
    if not one.mine or key is None:
        raise Http404
    text = one.words if key == "talk" else f"{one.words}\n\n"
    where = begin_with(request.keyring, key, text, origin=opening)
    return see_other(where or reverse("openness:frame", args=[opening]))


@for_person
@require_POST
def told(request: PersonRequest, opening: UUID) -> HttpResponse:
    couple = open_couple(request)
    if couple:
        hearing.is_told(request.keyring, couple, opening)
        if any(one.id == opening and one.mine for one in _told(request)):
            return see_other(reverse("openness:after", args=[opening]))
    return to_ladder()
