"""Showing one line to the other, after looking at what they would read; and taking it back."""

from contextlib import suppress
from typing import Any
from uuid import UUID

from django.http import HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.views.decorators.http import require_POST, require_safe

from stepwell.ground.people.api import PersonRequest, for_person, see_other
from stepwell.ground.spaces.api import NotNow, couple_of
from stepwell.own.pace import keeping
from stepwell.own.pace import showing as verbs
from stepwell.own.pace.content import LEAVES, LineV1, lines_of
from stepwell.own.pace.page_words import heading
from stepwell.own.pace.views.opened import AREA, known


@for_person
@require_POST
def show(request: PersonRequest, leaf: str) -> HttpResponse:
    """Without `sure` it is only drawn as the other would read it."""
    keyring, key = request.keyring, known(leaf)
    couple = couple_of(keyring)
    if couple is None or couple.paused:
        return _waits(key, "rests" if couple else "over")
    line = LineV1(leaf=key, part=request.POST.get("part", ""), words=request.POST.get("words", ""))
    if not _stands(keeping.leaf_of(keyring, key).said, line):
        return _waits(key, "changed")
    if "sure" not in request.POST:
        context = {
            "leaf": key,
            "line": line,
            "over": heading(key, line.part, theirs=True),
            "couple": couple,
            "area": AREA,
        }
        return render(request, "pace/preview.html", context)
    try:
        verbs.show(keyring, line, couple)
    except verbs.SeenOtherwise:
        return _waits(key, "changed")
    except NotNow as not_now:
        return _waits(key, not_now.why)
    return see_other(reverse("pace:leaf", args=[key]))


def _stands(said: dict[str, str], line: LineV1) -> bool:
    return line.part in LEAVES[line.leaf] and line.words in lines_of(said.get(line.part, ""))


def _waits(leaf: str, why: str) -> HttpResponse:
    return see_other(f"{reverse('pace:leaf', args=[leaf])}?waits={why}")


@for_person
@require_safe
def shown(request: PersonRequest) -> HttpResponse:
    """What each shows of their pace. While the space rests nothing of the other is drawn."""
    keyring = request.keyring
    couple = couple_of(keyring)
    mine = [
        (row.id, heading(line.leaf, line.part), line.words, couple is None or row.circle_id != couple.circle)
        for row, line in verbs.mine(keyring)
    ]
    context: dict[str, Any] = {
        "couple": couple,
        "mine": [one[:3] for one in mine if not one[3]],
        "left": [one[:3] for one in mine if one[3]],
        "theirs": _under(verbs.theirs(keyring, couple)) if couple else [],
        "area": "together",
    }
    return render(request, "pace/shown.html", context)


def _under(shown: list[verbs.Shown]) -> list[tuple[object, list[str]]]:
    """Lines under their headings, in the order of the leaves."""
    found: dict[tuple[str, str], list[str]] = {}
    for _, line in shown:
        found.setdefault((line.leaf, line.part), []).append(line.words)
    return [(heading(leaf, part, theirs=True), lines) for (leaf, part), lines in found.items()]


@for_person
@require_POST
def take_back(request: PersonRequest) -> HttpResponse:
    """One's own line. Pressed twice, or another's: the page as it is."""
    with suppress(ValueError):
        verbs.take_back(request.keyring, UUID(request.POST.get("line", "")))
    return see_other(reverse("pace:shown"))
