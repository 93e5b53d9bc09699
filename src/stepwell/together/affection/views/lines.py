"""One's own list: lines in own words, ideas taken over, and lines taken off."""

from contextlib import suppress
from uuid import UUID

from django.http import HttpResponse
from django.shortcuts import render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_POST

from stepwell.ground.people.api import (
    PersonRequest,
    drop_draft,
    for_person,
    kept_draft,
    started_from_draft,
)
from stepwell.ground.spaces.api import couple_of
from stepwell.together.affection import listing
from stepwell.together.affection.content import SIDES
from stepwell.together.affection.forms import LinesForm
from stepwell.together.affection.ideas import BY_KEY
from stepwell.together.affection.views.opened import (
    LINES_DRAFT,
    TOO_MANY,
    UNPROCESSABLE,
    area,
    to_page,
    to_side,
)


@for_person
@require_http_methods(["GET", "HEAD", "POST"])
def write(request: PersonRequest) -> HttpResponse:
    keyring = request.keyring
    if request.method != "POST":
        asked = request.GET.get("side", "")
        start = {"side": asked} if asked in SIDES else {}
        draft = kept_draft(keyring, LINES_DRAFT)
        form = LinesForm(initial=start | started_from_draft(draft))
        return _page(request, form, back=draft is not None)
    form = LinesForm(request.POST)
    if not form.is_valid():
        return _page(request, form, status=UNPROCESSABLE)
    try:
        listing.add(keyring, form.cleaned_data["side"], form.cleaned_data["texts"])
    except listing.Full as full:
        form.add_error("texts", _full(full.room))
        return _page(request, form, status=TOO_MANY)
    drop_draft(keyring, LINES_DRAFT)
    return to_side(form.cleaned_data["side"], "kept")


def _full(room: int) -> str:
    said = _("A list holds %(most)d lines, and %(room)d more fit. All that you wrote is still here.")
    return said % {"most": listing.MOST, "room": room}


def _page(request: PersonRequest, form: LinesForm, *, status: int = 200, back: bool = False) -> HttpResponse:
    context = {"form": form, "back": back, "draft": LINES_DRAFT, "area": area(couple_of(request.keyring))}
    return render(request, "affection/lines.html", context, status=status)


@for_person
@require_POST
def take_over(request: PersonRequest) -> HttpResponse:
    """An idea onto one's own list. A full list stays as it is, and the page says so."""
    found = BY_KEY.get(request.POST.get("idea", ""))
    if found is None:
        return to_page()
    try:
        listing.take_over(request.keyring, request.POST["idea"])
    except listing.Full:
        return to_side(found[0], "full")
    return to_side(found[0], "at")


@for_person
@require_POST
def take_off(request: PersonRequest) -> HttpResponse:
    """Pressed twice it is pressed once."""
    with suppress(ValueError):
        side = listing.take_off(request.keyring, UUID(request.POST.get("line", "")))
        return to_side(side) if side else to_page()
    return to_page()
