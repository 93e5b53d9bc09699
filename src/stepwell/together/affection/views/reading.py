"""The one page of this room: notes, one's own list, and ideas to begin with."""

from typing import Any

from django.http import HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_safe

from stepwell.ground.people.api import PersonRequest, for_person
from stepwell.ground.spaces.api import couple_of
from stepwell.together.affection import listing, noting, rows, welcoming
from stepwell.together.affection.content import SIDES, OwnV1
from stepwell.together.affection.ideas import IDEAS
from stepwell.together.affection.page_words import OVER, SORTS
from stepwell.together.affection.page_words import SIDES as LABELS
from stepwell.together.affection.views.opened import LINES_DRAFT, NOTE_DRAFT, area


@for_person
@require_safe
def page(request: PersonRequest) -> HttpResponse:
    """While notes are shut, for whatever cause, and while the space rests, nothing of the other is drawn."""
    keyring = request.keyring
    couple = couple_of(keyring)
    welcoming.visit(keyring, couple)
    is_open = welcoming.is_open(keyring, couple)
    laid = [
        (row.id, SORTS[note.sort], note.words, couple is not None and row.circle_id == couple.circle)
        for row, note in noting.mine(keyring)
    ]
    theirs = [
        (row.id, OVER[note.sort], note.words)
        for row, note in (noting.theirs(keyring, couple) if couple and is_open else ())
    ]
    context: dict[str, Any] = {
        "couple": couple,
        "open": is_open,
        "said": couple is not None and welcoming.has_said(keyring, couple),
        "theirs": rows.notes(theirs, own=False),
        "mine": rows.notes([note[:3] for note in laid if note[3]], own=True),
        "left": rows.notes([note[:3] for note in laid if not note[3]], own=True),
        "sides": _sides(listing.own_of(keyring), as_note=is_open),
        "at": request.GET.get("at", ""),
        "full": request.GET.get("full", ""),
        "most": listing.MOST,
        "waits": "words" in request.GET and couple is not None and not couple.paused,
        "saved": NOTE_DRAFT if "laid" in request.GET else LINES_DRAFT if "kept" in request.GET else "",
        "area": area(couple),
    }
    return render(request, "affection/page.html", context)


def _sides(own: OwnV1, *, as_note: bool) -> list[dict[str, Any]]:
    taken = {line.idea for line in own.lines}
    return [
        {
            "key": side,
            "label": LABELS[side],
            "lines": rows.lines(
                ((line.id, listing.words_of(line)) for line in own.lines if line.side == side),
                as_note=as_note and side != "meet",
            ),
            "ideas": rows.ideas((key, words) for key, words in IDEAS[side].items() if key not in taken),
        }
        for side in SIDES
    ]
