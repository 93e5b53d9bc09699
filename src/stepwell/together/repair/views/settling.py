"""Putting one's part forward, signing, and every way back from it."""

from typing import Any

from django.http import HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.views.decorators.http import require_http_methods, require_POST

from stepwell.ground.people.api import PersonRequest, for_person, see_other
from stepwell.ground.spaces.api import NotNow, couple_of
from stepwell.own.selfcare.api import too_much
from stepwell.together.repair import keeping
from stepwell.together.repair import settling as verbs
from stepwell.together.repair.content import PartV1
from stepwell.together.repair.errors import Moved
from stepwell.together.repair.page_words import MOVED, WHY
from stepwell.together.repair.shelf import shown
from stepwell.together.repair.views.opened import AREA, CONFLICT, number_in
from stepwell.together.repair.views.plan import plan_page


@for_person
@require_http_methods(["GET", "HEAD", "POST"])
def forward(request: PersonRequest) -> HttpResponse:
    """First how it will read, for whom; then the button."""
    couple = couple_of(request.keyring)
    if request.method != "POST":
        return _preview(request)
    if too_much(request.keyring):
        return _later(request)
    try:
        verbs.put_forward(
            request.keyring,
            couple,
            revision=number_in(request, "revision"),
            name=request.person.name,
            today=request.person.today,
        )
    except NotNow as not_now:
        return plan_page(request, refused=WHY[not_now.why], status=CONFLICT)
    except Moved:
        return _preview(request, refused=MOVED, status=CONFLICT)
    return see_other(reverse("repair:plan"))


def _preview(request: PersonRequest, *, refused: Any = "", status: int = 200) -> HttpResponse:
    couple, kept = couple_of(request.keyring), keeping.mine(request.keyring)
    if couple is None or couple.paused or kept is None or kept.part == PartV1():
        return see_other(reverse("repair:plan"))
    context = {
        "couple": couple,
        "part": kept.part,
        "revision": kept.revision,
        "refused": refused,
        "area": AREA,
    }
    return render(request, "repair/forward.html", context, status=status)


@for_person
@require_POST
def sign(request: PersonRequest) -> HttpResponse:
    # Signed over the edge it is not their word. Nothing is kept of it, and the other sees a page as before.
    if too_much(request.keyring):
        return _later(request)
    number = number_in(request, "version")
    try:
        verbs.sign(request.keyring, couple_of(request.keyring), number=number, name=request.person.name)
    except NotNow as not_now:
        return plan_page(request, refused=WHY[not_now.why], status=CONFLICT)
    except Moved:
        return plan_page(request, refused=MOVED, status=CONFLICT)
    return see_other(reverse("repair:plan"))


def _later(request: PersonRequest) -> HttpResponse:
    return render(request, "ui/later.html", {"area": AREA, "back": reverse("repair:plan")})


@for_person
@require_POST
def unsign(request: PersonRequest) -> HttpResponse:
    """Pressed twice it is done once, also while the space rests."""
    couple = couple_of(request.keyring)
    if couple:
        verbs.take_hand_back(request.keyring, couple.circle, number=number_in(request, "version"))
    return see_other(reverse("repair:plan"))


@for_person
@require_POST
def back(request: PersonRequest) -> HttpResponse:
    couple = couple_of(request.keyring)
    if couple:
        verbs.take_side_back(request.keyring, couple.circle)
    return see_other(reverse("repair:plan"))


@for_person
@require_http_methods(["GET", "HEAD", "POST"])
def withdraw(request: PersonRequest) -> HttpResponse:
    """One button, no reason. A form that comes late does what its page said, or nothing."""
    couple = couple_of(request.keyring)
    if request.method == "POST":
        if couple:
            verbs.withdraw(request.keyring, couple.circle, number=number_in(request, "version"))
        return see_other(reverse("repair:plan"))
    standing = shown(request.keyring, couple).standing
    if standing is None:
        return see_other(reverse("repair:plan"))
    return render(request, "repair/withdraw.html", {"standing": standing, "couple": couple, "area": AREA})
