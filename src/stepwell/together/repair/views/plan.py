"""The plan for storms: what is in force, what was put forward, one's own part."""

from typing import Any
from uuid import UUID

from django.http import HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_safe

from stepwell.ground.people.api import PersonRequest, for_person
from stepwell.ground.spaces.api import couple_of
from stepwell.together.repair import keeping
from stepwell.together.repair.content import PartV1
from stepwell.together.repair.shelf import Shown, ended, shown
from stepwell.together.repair.views.opened import AREA, DRAFT


@for_person
@require_safe
def plan(request: PersonRequest) -> HttpResponse:
    return plan_page(request)


def _put(there: Shown, me: UUID) -> list[PartV1]:
    """My part as both can read it now: newest put forward, or else in force."""
    if there.offer:
        return [side.part for side in there.offer.sides if side.by == me]
    return [side.part for side in there.standing.sides if side.by == me] if there.standing else []


def plan_page(request: PersonRequest, *, refused: Any = "", status: int = 200) -> HttpResponse:
    keyring = request.keyring
    couple = couple_of(keyring)
    own, there = keeping.mine(keyring), shown(keyring, couple)
    offer, part = there.offer, own.part if own else PartV1()
    me = keyring.person_id
    context = {
        "couple": couple,
        "own": part if part != PartV1() else None,
        "shown": there,
        "offer": offer,
        "theirs": next((side for side in offer.sides if side.by != me), None) if offer else None,
        "my_side": there.my_side,
        "as_put": part in _put(there, me),
        "may_put": couple is not None and not couple.paused and part not in _put(there, me),
        "standing": there.standing,
        "signed": bool(offer and offer.signed_by(me)),
        "ended": ended(keyring, couple),
        "refused": refused,
        "saved": DRAFT if "kept" in request.GET else "",
        "area": AREA,
    }
    return render(request, "repair/plan.html", context, status=status)
