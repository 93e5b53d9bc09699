"""Lines of one's own: written, taken off, and a yes taken back."""

from uuid import UUID

from django.http import Http404, HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_http_methods

from stepwell.ground.people.api import (
    PersonRequest,
    begin_with,
    drop_draft,
    for_person,
    kept_draft,
    see_other,
    started_from_draft,
)
from stepwell.ground.spaces.api import Couple, couple_of
from stepwell.together.menu import both, sheet
from stepwell.together.menu.forms import WriteForm, room_words
from stepwell.together.menu.limits import TooMany
from stepwell.together.menu.views.opened import OWN, UNPROCESSABLE, after_change, area, to_list

DRAFT = "menu-write"
# The form of another room that may begin with a line that both welcome.
THIS_TIME = "this-time"


@for_person
@require_http_methods(["GET", "HEAD", "POST"])
def write(request: PersonRequest) -> HttpResponse:
    couple = couple_of(request.keyring)
    if request.method != "POST":
        begun = started_from_draft(kept_draft(request.keyring, DRAFT))
        return _page(request, WriteForm(initial=begun))
    form = WriteForm(request.POST)
    if form.is_valid():
        try:
            sheet.add(
                request.keyring, form.cleaned_data["texts"], after=after_change(request.keyring, couple)
            )
        except TooMany as many:
            form.add_error("texts", room_words(many.room))
        else:
            drop_draft(request.keyring, DRAFT)
            return to_list("lines", at=OWN)
    return _page(request, form, UNPROCESSABLE)


def _page(request: PersonRequest, form: WriteForm, status: int = 200) -> HttpResponse:
    couple = couple_of(request.keyring)
    context = {"form": form, "draft": DRAFT, "couple": couple, "area": area(couple)}
    return render(request, "menu/write.html", context, status=status)


@for_person
@require_http_methods(["GET", "HEAD", "POST"])
def line(request: PersonRequest, line: UUID) -> HttpResponse:
    """Take a line off, take back a yes that both had said, or ask for it this time. Pressed twice it is done
    once."""
    keyring = request.keyring
    couple = couple_of(keyring)
    if request.method == "POST" and request.POST.get("do") == "this-time":
        return _this_time(request, couple, line)
    if request.method == "POST":
        verb = sheet.take_off if request.POST.get("do") == "off" else sheet.not_now
        verb(keyring, line, after=after_change(keyring, couple))
        return to_list()
    found = sheet.known(line, sheet.sheet_of(keyring))
    if found is None:
        raise Http404
    context = {
        "line": found,
        "shared": _is_shared(request, couple, found),
        "couple": couple,
        "area": area(couple),
    }
    return render(request, "menu/line.html", context)


def _is_shared(request: PersonRequest, couple: Couple | None, line: sheet.Line) -> bool:
    light = both.light(request.keyring, couple) if couple and not couple.paused else None
    return bool(light and both.match_of(line) in light.both)


def _this_time(request: PersonRequest, couple: Couple | None, line: UUID) -> HttpResponse:
    """To welcome something is no yes: an asking begins with it, and is the other's to answer or to leave."""
    found = sheet.known(line, sheet.sheet_of(request.keyring))
    if found is None or not _is_shared(request, couple, found):
        return to_list()
    where = begin_with(request.keyring, THIS_TIME, found.text, origin=line)
    return see_other(where) if where else to_list()
