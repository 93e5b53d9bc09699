"""Signing one version; and taking back, withdrawing, ending an offer."""

from typing import Any
from uuid import UUID

from django.http import Http404, HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.views.decorators.http import require_http_methods, require_POST

from stepwell.ground.people.api import PersonRequest, for_person, see_other
from stepwell.ground.spaces.api import NotNow
from stepwell.own.selfcare.api import too_much
from stepwell.together.agreements import ending, signing, unoffering
from stepwell.together.agreements.errors import Moved, NotThere, Stale
from stepwell.together.agreements.models import Agreement
from stepwell.together.agreements.page import page_of
from stepwell.together.agreements.page_words import MEANWHILE, WHY
from stepwell.together.agreements.shelf import Leaf, versions
from stepwell.together.agreements.views.asking import AREA, CONFLICT, UNPROCESSABLE, Asked, asked_by, found
from stepwell.together.agreements.views.reading import one_page
from stepwell.together.agreements.wording import change


@for_person
@require_POST
def sign(request: PersonRequest, agreement: UUID) -> HttpResponse:
    asked = asked_by(request)
    leaf = found(request, asked, agreement)
    number = _number(request)
    # Signed over the edge it is not their word. Nothing is kept of it, and the other sees a page as before.
    if too_much(request.keyring):
        back = reverse("agreements:one", args=[agreement])
        return render(request, "ui/later.html", {"area": AREA, "back": back})
    try:
        signing.sign(request.keyring, asked.couple, agreement, number, by=asked.by)
    except NotNow as not_now:
        return one_page(request, asked, agreement, status=CONFLICT, refused=WHY[not_now.why])
    except Moved as moved:
        return _moved(request, asked, leaf, number, moved.number)
    except Agreement.DoesNotExist:
        raise Http404 from None
    return see_other(reverse("agreements:one", args=[agreement]))


def _moved(request: PersonRequest, asked: Asked, leaf: Leaf, number: int, newest: int) -> HttpResponse:
    """What was read is not what would be signed: nothing is signed, and what changed stands on the page."""
    known = {said.number: said for said in versions(request.keyring, leaf)}
    stale: dict[str, Any] = {"number": number, "newest": newest, "change": None}
    if number in known and newest in known and number != newest:
        stale["change"] = change(known[newest], known[number], year=asked.now.year)
    return one_page(request, asked, leaf.id, status=CONFLICT, stale=stale)


def _number(request: PersonRequest) -> int:
    given = request.POST.get("version", "")
    return int(given) if given.isdecimal() and len(given) < 6 else 0


@for_person
@require_http_methods(["GET", "HEAD", "POST"])
def step_back(request: PersonRequest, agreement: UUID) -> HttpResponse:
    """Says what taking back does and what the other sees, before it does it. It asks for no reason."""
    asked = asked_by(request)
    leaf = found(request, asked, agreement)
    if request.method != "POST":
        return _step_back_page(request, asked, leaf)
    try:
        return _step_back(request, asked, leaf, request.POST.get("do", ""))
    except NotThere:
        return see_other(reverse("agreements:one", args=[agreement]))
    except Stale:
        return _step_back_page(
            request, asked, found(request, asked, agreement), status=CONFLICT, refused=MEANWHILE
        )
    except NotNow as not_now:
        return _step_back_page(request, asked, leaf, status=CONFLICT, refused=WHY[not_now.why])


def _step_back(request: PersonRequest, asked: Asked, leaf: Leaf, what: str) -> HttpResponse:
    keyring, where = request.keyring, reverse("agreements:one", args=[leaf.id])
    if what in {"hand", "agreement", "offer"} and leaf.why_ended:
        raise NotThere
    if what == "hand":
        under: signing.Under = "offer" if request.POST.get("under") == "offer" else "standing"
        signing.take_hand_back(keyring, leaf.circle, leaf.id, _number(request), under, by=asked.by)
    elif what == "agreement":
        ending.withdraw(keyring, leaf.circle, leaf.id, by=asked.by)
    elif what == "offer":
        draft = unoffering.take_offer_back(keyring, leaf.circle, leaf.id, by=asked.by)
        if draft and not Agreement.objects.within(keyring, leaf.circle).filter(id=leaf.id).exists():
            where = reverse("agreements:draft", args=[draft])
    else:
        return _step_back_page(request, asked, leaf, status=UNPROCESSABLE)
    return see_other(where)


def _step_back_page(
    request: PersonRequest, asked: Asked, leaf: Leaf, *, status: int = 200, refused: object = ""
) -> HttpResponse:
    context = page_of(request.keyring, leaf, asked.now, asked.partner, request.person.zone)
    context |= {"area": AREA, "refused": refused}
    return render(request, "agreements/step_back.html", context, status=status)
