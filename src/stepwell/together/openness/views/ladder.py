"""The ladder: what the other would like to tell, what one asked oneself, and the prompts to choose from."""

from django.http import HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_POST, require_safe

from stepwell.ground.people.api import PersonRequest, for_person
from stepwell.ground.spaces.api import couple_of
from stepwell.together.openness import afterwards, asking, leaf, rows
from stepwell.together.openness.limits import DEEPEST, LIGHTEST
from stepwell.together.openness.models import After
from stepwell.together.openness.page_words import COMPARE, DEPTHS
from stepwell.together.openness.prompts import own_of
from stepwell.together.openness.views.opened import area, number_in, open_couple, to_ladder
from stepwell.together.openness.views.words import boundary_words
from stepwell.together.openness.visiting import visit


@for_person
@require_safe
def ladder(request: PersonRequest) -> HttpResponse:
    keyring = request.keyring
    couple = couple_of(keyring)
    visit(keyring, couple)
    kept = leaf.leaf_of(keyring)
    is_open = couple is not None and not couple.paused
    mine = asking.mine(keyring, couple, kept) if couple and is_open else None
    theirs = asking.theirs(keyring, couple, kept) if couple and is_open else None
    told = afterwards.told(keyring, couple, kept) if couple and is_open else []
    context = {
        "area": area(couple),
        "couple": couple,
        "mine": mine,
        "mine_boundary": boundary_words(mine),
        "theirs": theirs,
        "theirs_boundary": boundary_words(theirs),
        "told": told,
        "families": rows.families(kept.depth),
        "own": rows.own(own_of(kept), kept.depth if couple else DEEPEST),
        # Nothing that is drawn here hangs on whether somebody's own word counts now.
        "begins": not (kept.own or kept.depth > LIGHTEST or mine or theirs or told),
        "depth": kept.depth,
        "depth_words": DEPTHS[kept.depth],
        "has_said": After.objects.within(keyring, keyring.own).exists(),
        "refused": COMPARE if couple and is_open and request.GET.get("kept") == "not" else "",
        "saved": "openness-own" if request.GET.get("kept") == "own" else "",
    }
    return render(request, "openness/ladder.html", context)


@for_person
@require_POST
def step_back(request: PersonRequest) -> HttpResponse:
    """At once and silently. Pressed twice it is one step."""
    asking.step_back(request.keyring, open_couple(request), since=number_in(request, "since"))
    return to_ladder()


@for_person
@require_POST
def forget(request: PersonRequest) -> HttpResponse:
    afterwards.forget(request.keyring)
    return to_ladder()
