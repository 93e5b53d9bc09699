"""One's own letters, those from the other, and which sort to write."""

from typing import Any

from django.http import HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_safe

from stepwell.ground.people.api import PersonRequest, for_person
from stepwell.ground.spaces.api import couple_of
from stepwell.ground.vault.api import read_many
from stepwell.together.letters import answering
from stepwell.together.letters.answering import Given
from stepwell.together.letters.models import Letter
from stepwell.together.letters.sorts import GUIDES
from stepwell.together.letters.views.opened import AREA

AT_ONCE = 50


@for_person
@require_safe
def listed(request: PersonRequest) -> HttpResponse:
    keyring, start = request.keyring, _start(request)
    couple = couple_of(keyring)
    own = list(Letter.objects.within(keyring, keyring.own).order_by("-id")[start : start + AT_ONCE + 1])
    given = answering.some(keyring, couple, start, AT_ONCE + 1)
    away = answering.out_of_sight(keyring)
    theirs = [one for one in given[:AT_ONCE] if not one.mine and not one.over]
    context = {
        "own": [
            (row.id, GUIDES[kept.sort].label, _begins(kept.parts))
            for row, kept in zip(own[:AT_ONCE], read_many(keyring, own[:AT_ONCE]), strict=True)
        ],
        "theirs": [_row(one) for one in theirs if one.id not in away],
        "aside": [_row(one) for one in theirs if one.id in away],
        "given": [_row(one) for one in given[:AT_ONCE] if one.mine and not one.over],
        "ended": [_row(one) for one in given[:AT_ONCE] if one.over],
        "left": [] if start else answering.left_over(keyring, couple, AT_ONCE),
        "further": start + AT_ONCE if max(len(own), len(given)) > AT_ONCE else 0,
        "couple": couple,
        "area": AREA,
    }
    return render(request, "letters/list.html", context)


@for_person
@require_safe
def sorts(request: PersonRequest) -> HttpResponse:
    return render(request, "letters/sorts.html", {"guides": list(GUIDES.values()), "area": AREA})


def _row(one: Given) -> dict[str, Any]:
    sent = one.sent
    label = GUIDES[sent.sort].label if sent else ""
    begins = _begins(sent.parts) if sent else ""
    return {"id": one.id, "label": label, "begins": begins, "on": sent.given_on if sent else None, "one": one}


def _begins(parts: Any) -> str:
    return str(parts[0].words[:300]) if parts else ""


def _start(request: PersonRequest) -> int:
    asked = request.GET.get("from", "")
    return int(asked) if asked.isdecimal() and len(asked) < 8 else 0
