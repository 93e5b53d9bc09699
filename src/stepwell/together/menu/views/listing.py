"""The list with its marks, what both welcome, and whether a round was asked for."""

from collections.abc import Mapping
from typing import Any
from uuid import UUID

from django.http import HttpResponse
from django.shortcuts import render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST, require_safe

from stepwell.ground.people.api import PersonRequest, beginning, for_person
from stepwell.ground.spaces.api import couple_of
from stepwell.together.menu import asking, both, sheet
from stepwell.together.menu.content import Mark, SheetV1
from stepwell.together.menu.forms import marks_in
from stepwell.together.menu.ideas import FAMILIES
from stepwell.together.menu.limits import ChangedElsewhere
from stepwell.together.menu.page_words import CHANGED
from stepwell.together.menu.rows import Drawing
from stepwell.together.menu.views.opened import CONFLICT, after_change, area, number_in, to_list
from stepwell.together.menu.views.writing import THIS_TIME


@for_person
@require_safe
def listed(request: PersonRequest) -> HttpResponse:
    """Where this person asked for a round, their visit does its part of it."""
    couple = couple_of(request.keyring)
    asking.visit(request.keyring, couple)
    return _page(request, couple)


@for_person
@require_POST
def mark(request: PersonRequest) -> HttpResponse:
    couple = couple_of(request.keyring)
    marks = marks_in(request.POST)
    revision = number_in(request, "revision")
    try:
        sheet.mark(request.keyring, marks, revision=revision, after=after_change(request.keyring, couple))
    except ChangedElsewhere:
        return _page(request, couple, chosen=marks, refused=CHANGED, status=CONFLICT)
    return to_list("marks")


def _page(
    request: PersonRequest,
    couple: Any,
    *,
    chosen: Mapping[UUID, Mark] | None = None,
    refused: Any = "",
    status: int = 200,
) -> HttpResponse:
    kept: SheetV1 = sheet.sheet_of(request.keyring)
    mine = sheet.lines(kept)
    is_open = couple is not None and not couple.paused
    found = both.light(request.keyring, couple) if is_open else None
    context = {
        "area": area(couple),
        "couple": couple,
        "families": _families(mine, chosen),
        "revision": kept.revision,
        "refused": refused,
        "found": found,
        "shared": both.shown(found, mine) if found else [],
        "way": beginning(THIS_TIME),
        "next_day": both.next_day(found),
        "asked": is_open and asking.has_asked(request.keyring, couple),
        "saved": "menu-write" if request.GET.get("kept") == "lines" else "",
    }
    return render(request, "menu/list.html", context, status=status)


def _families(mine: list[sheet.Line], chosen: Mapping[UUID, Mark] | None) -> list[tuple[object, Any]]:
    """Heading and drawn lines: the ideas in their families, then what the person wrote."""
    by_key = {line.idea: line for line in mine if line.idea}
    drawing = Drawing(chosen)
    ideas = [(name, drawing.draw([by_key[key] for key in some])) for name, some in FAMILIES]
    own = [line for line in mine if not line.idea]
    return [*ideas, (_("In your own words"), drawing.draw(own))] if own else list(ideas)
