"""Making an invitation, and what somebody sees who was given one."""

from typing import Any

from django.conf import settings
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from stepwell.ground.people.api import PersonRequest, for_anyone, for_person, see_other
from stepwell.ground.spaces import comparing, inviting
from stepwell.ground.spaces.errors import (
    AlreadyComparing,
    AlreadyTogether,
    InvitationOver,
    OwnInvitation,
    TooManyTries,
)
from stepwell.ground.spaces.forms import CodeForm
from stepwell.ground.spaces.models import Invitation
from stepwell.ground.spaces.opened import couple_of
from stepwell.ground.spaces.qr import squares
from stepwell.ground.vault.api import CannotOpen

CONFLICT, GONE, TOO_MANY = 409, 410, 429
AREA = {"area": "together"}


@require_http_methods(["GET", "HEAD", "POST"])
@for_person
def invite(request: PersonRequest) -> HttpResponse:
    if request.method == "POST":
        return _make(request)
    if couple_of(request.keyring):
        return together_already(request, status=200)
    if comparing.pairing_of(request.keyring):
        return see_other(reverse("spaces:words"))
    mine = inviting.my_invitation(request.keyring)
    if mine is None:
        return render(request, "spaces/invite.html", AREA)
    kept, row = mine
    link = settings.ORIGIN + reverse("spaces:invitation", args=[kept.token])
    shown = {
        "link": link,
        "code": kept.code,
        "page": settings.ORIGIN + reverse("spaces:code"),
        "until": row.expires_at,
        "squares": squares(link),
    }
    return render(request, "spaces/invited.html", AREA | shown)


def _make(request: PersonRequest) -> HttpResponse:
    try:
        inviting.invite(request.keyring, request.person.name)
    except AlreadyTogether:
        return together_already(request)
    except AlreadyComparing:
        return see_other(reverse("spaces:words"))
    return see_other(reverse("spaces:invite"))


@require_POST
@for_person
def withdraw(request: PersonRequest) -> HttpResponse:
    inviting.withdraw(request.keyring)
    return see_other(reverse("spaces:invite"))


@require_safe
@for_anyone
def invitation(request: HttpRequest, token: str) -> HttpResponse:
    """Where the link leads. It names nobody, and opening it decides nothing."""
    way = reverse("spaces:asked", args=[token])
    if getattr(request, "person", None):
        return see_other(way)
    try:
        inviting.by_token(token)
    except InvitationOver:
        return over(request)
    response = render(request, "spaces/somebody.html", {"way": way})
    response.headers["Cache-Control"] = "no-store"
    return response


@require_safe
@for_person
def asked(request: PersonRequest, token: str) -> HttpResponse:
    try:
        return _ask(request, inviting.by_token(token), {"token": token})
    except InvitationOver:
        return over(request)


@require_http_methods(["GET", "HEAD", "POST"])
@for_person
def code(request: PersonRequest) -> HttpResponse:
    form = CodeForm(request.POST if request.method == "POST" else None)
    if request.method != "POST" or not form.is_valid():
        return _code_page(request, form)
    try:
        found = inviting.by_code(request.person.id, form.cleaned_data["code"])
    except InvitationOver:
        return over(request)
    except TooManyTries:
        return _slowly(request)
    return _ask(request, found, {"code": form.cleaned_data["code"]})


@require_POST
@for_person
def accept(request: PersonRequest) -> HttpResponse:
    try:
        found = _brought(request)
        comparing.accept(request.keyring, found.id, request.person.name)
    except InvitationOver:
        return over(request)
    except TooManyTries:
        return _slowly(request)
    except OwnInvitation:
        return render(request, "spaces/own.html", AREA, status=CONFLICT)
    except AlreadyTogether:
        return together_already(request)
    except AlreadyComparing:
        return render(request, "spaces/comparing.html", AREA, status=CONFLICT)
    return see_other(reverse("spaces:words"))


def _brought(request: PersonRequest) -> Invitation:
    """What found the invitation finds it again: a wrong code counts here as it does there."""
    token = request.POST.get("token", "")
    if token:
        return inviting.by_token(token)
    return inviting.by_code(request.person.id, request.POST.get("code", ""))


def _ask(request: PersonRequest, found: Invitation, key: dict[str, str]) -> HttpResponse:
    if found.person_id == request.person.id:
        return render(request, "spaces/own.html", AREA)
    pairing = comparing.pairing_of(request.keyring)
    if pairing and pairing.invitation_id == found.id:
        return see_other(reverse("spaces:words"))
    if comparing.is_answered(found):
        return over(request)
    if couple_of(request.keyring):
        return together_already(request, status=200)
    if pairing:
        return render(request, "spaces/comparing.html", AREA)
    try:
        name = inviting.name_in(found)
    except CannotOpen:
        return over(request)
    return render(request, "spaces/asked.html", AREA | {"name": name, "key": key})


def over(request: HttpRequest) -> HttpResponse:
    """The same for unknown, used, expired and withdrawn."""
    response = render(request, "spaces/over.html", AREA, status=GONE)
    response.headers["Cache-Control"] = "no-store"
    return response


def together_already(request: HttpRequest, *, status: int = CONFLICT) -> HttpResponse:
    return render(request, "spaces/already.html", AREA, status=status)


def _code_page(request: HttpRequest, form: CodeForm, **more: Any) -> HttpResponse:
    return render(request, "spaces/code.html", AREA | {"form": form}, **more)


def _slowly(request: HttpRequest) -> HttpResponse:
    response = render(request, "spaces/slowly.html", AREA, status=TOO_MANY)
    response.headers["Retry-After"] = str(int(inviting.AN_HOUR.total_seconds()))
    return response
