"""The four leaves, one of them, and all of them on paper."""

from django.http import HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_safe

from stepwell.ground.people.api import PersonRequest, for_person
from stepwell.ground.spaces.api import Couple, couple_of
from stepwell.own.pace import keeping, showing
from stepwell.own.pace.content import LEAVES, LeafV1
from stepwell.own.pace.lines import parts
from stepwell.own.pace.page_words import LEDES, TITLES, WAITS
from stepwell.own.pace.views.opened import AREA, draft_of, known, open_couple

GLANCE = 160


@for_person
@require_safe
def leaves(request: PersonRequest) -> HttpResponse:
    written = keeping.pace_of(request.keyring).leaves
    rows = [(leaf, TITLES[leaf], _glance(written.get(leaf, LeafV1()))) for leaf in LEAVES]
    context = {
        "leaves": rows,
        "some": any(glance for _, _, glance in rows),
        "couple": couple_of(request.keyring),
        "area": AREA,
    }
    return render(request, "pace/leaves.html", context)


def _glance(leaf: LeafV1) -> str:
    """Enough to know it again."""
    text = " ".join(" ".join(leaf.said.values())[: GLANCE * 2].split())
    return text if len(text) <= GLANCE else f"{text[:GLANCE].rsplit(' ', 1)[0]} …"


@for_person
@require_safe
def leaf(request: PersonRequest, leaf: str) -> HttpResponse:
    keyring, key = request.keyring, known(leaf)
    kept, couple = keeping.leaf_of(keyring, key), couple_of(keyring)
    shown = showing.mine(keyring)
    here = [line for row, line in shown if couple is not None and row.circle_id == couple.circle]
    context = {
        "leaf": key,
        "heading": TITLES[key],
        "lede": LEDES[key],
        "parts": parts(key, kept.said, here),
        "aside": [(other.id, parts(key, other.said)) for other in kept.aside],
        "couple": couple,
        "open": open_couple(couple),
        "shown": any(line.leaf == key for _, line in shown),
        "waits": WAITS.get(why) if (why := request.GET.get("waits", "")) in _may_wait(couple) else None,
        "saved": draft_of(key) if "kept" in request.GET else "",
        "area": AREA,
    }
    return render(request, "pace/leaf.html", context)


def _may_wait(couple: Couple | None) -> tuple[str, ...]:
    """What an address may still say: a page drawn again after the space opened speaks of no rest."""
    if couple is None:
        return ("over",)
    return ("rests",) if couple.paused else ("words", "many", "changed")


@for_person
@require_safe
def paper(request: PersonRequest) -> HttpResponse:
    """All four as a clean sheet. Nothing on it says what is shown."""
    written = keeping.pace_of(request.keyring).leaves
    found = [(TITLES[leaf], parts(leaf, written.get(leaf, LeafV1()).said)) for leaf in LEAVES]
    context = {"leaves": [one for one in found if one[1]], "area": AREA}
    return render(request, "pace/paper.html", context)
