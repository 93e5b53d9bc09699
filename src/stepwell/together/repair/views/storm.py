"""The page for a storm: the word, large, and what helps. It needs no reading."""

from django.http import HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_safe

from stepwell.ground.people.api import PersonRequest, for_person
from stepwell.ground.spaces.api import couple_of
from stepwell.ground.ui.api import page_of_ours
from stepwell.together.repair import keeping
from stepwell.together.repair.content import PartV1
from stepwell.together.repair.shelf import shown
from stepwell.together.repair.views.opened import AREA


@for_person
@require_safe
def storm(request: PersonRequest) -> HttpResponse:
    keyring = request.keyring
    couple = couple_of(keyring)
    standing, own = shown(keyring, couple).standing, keeping.mine(keyring)
    sides = standing.sides if standing else ()
    my_side = next((side.part for side in sides if side.by == keyring.person_id), None)
    theirs = next((side for side in sides if side.by != keyring.person_id), None)
    part = my_side or (own.part if own else PartV1())
    context = {
        "standing": standing,
        # Alone the word is one's own; between two it is a word only when both have signed it.
        "word": standing.word if standing else "" if couple else part.word,
        "back": standing.back if standing else "" if couple else part.back,
        "part": part,
        "theirs": theirs,
        "then": page_of_ours(request.GET.get("then") or ""),
        "no_nav": True,
        "area": AREA,
    }
    return render(request, "repair/storm.html", context)
