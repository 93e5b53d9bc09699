"""The list with its marks, what both welcome, and whether a round was asked for."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any
from uuid import UUID

from django.http import HttpResponse
from django.shortcuts import render
from django.utils.safestring import SafeString
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST, require_safe

from stepwell.ground.people.api import PersonRequest, beginning, for_person
from stepwell.ground.spaces.api import couple_of
from stepwell.together.menu import asking, both, sheet
from stepwell.together.menu.content import UNANSWERED, Mark, SheetV1
from stepwell.together.menu.forms import marks_in
from stepwell.together.menu.ideas import FAMILIES
from stepwell.together.menu.limits import ChangedElsewhere
from stepwell.together.menu.page_words import CHANGED, MARKS
from stepwell.together.menu.rows import Drawing
from stepwell.together.menu.views.opened import (
    CONFLICT,
    after_change,
    area,
    fold_in,
    number_in,
    to_list,
)
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
    return to_list("marks", at=fold_in(request.POST))


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
    told = request.GET.get("kept", "")
    at = fold_in(request.GET)
    context = {
        "area": area(couple),
        "couple": couple,
        "folds": _folds(mine, chosen, at),
        "at": at,
        "kept": told == "marks" and not refused,
        "marked": marked(mine),
        "revision": kept.revision,
        "refused": refused,
        "found": found,
        "shared": both.shown(found, mine) if found else [],
        "way": beginning(THIS_TIME),
        "next_day": both.next_day(found),
        "asked": is_open and asking.has_asked(request.keyring, couple),
        "saved": "menu-write" if told == "lines" else "",
    }
    return render(request, "menu/list.html", context, status=status)


@dataclass(frozen=True)
class Fold:
    """One family of lines, folded away unless there is a reason to have it open."""

    name: object
    rows: SafeString
    open: bool


def _folds(mine: list[sheet.Line], chosen: Mapping[UUID, Mark] | None, at: int | None) -> list[Fold]:
    """The ideas in their families, then what the person wrote. Open is where they were, or where something
    could not be kept; on a list without any mark the first one, so that it shows how it goes."""
    by_key = {line.idea: line for line in mine if line.idea}
    drawing = Drawing(chosen)
    families = [(name, [by_key[key] for key in some]) for name, some in FAMILIES]
    families.append((_("In your own words"), [line for line in mine if not line.idea]))
    first = at is None and not any(line.mark != UNANSWERED for line in mine)
    return [
        Fold(name, drawing.draw(lines), number == at or drawing.differs(lines) or (first and number == 0))
        for number, (name, lines) in enumerate(families)
        if lines
    ]


def marked(mine: list[sheet.Line]) -> list[tuple[object, list[str]]]:
    """By mark, what stands on one's list."""
    found = [(words, [line.text for line in mine if line.mark == mark]) for mark, words in MARKS.items()]
    return [one for one in found[:-1] if one[1]]
