"""Saying that notes are welcome, laying one down, and letting one go."""

from typing import Any
from uuid import UUID

from django.http import HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_http_methods, require_POST

from stepwell.ground.people.api import (
    PersonRequest,
    drop_draft,
    for_person,
    kept_draft,
    started_from_draft,
)
from stepwell.ground.spaces.api import Couple, NotNow, couple_of
from stepwell.together.affection import listing, noting, welcoming
from stepwell.together.affection.content import NoteV1
from stepwell.together.affection.forms import NoteForm
from stepwell.together.affection.views.opened import (
    CONFLICT,
    NOTE_DRAFT,
    TOO_MANY,
    UNPROCESSABLE,
    area,
    to_page,
)


@for_person
@require_POST
def say(request: PersonRequest) -> HttpResponse:
    """A word that does not count yet looks like one that waits."""
    couple = couple_of(request.keyring)
    if couple is None or couple.paused:
        return to_page()
    try:
        welcoming.say(request.keyring, couple)
    except NotNow:
        return to_page("words")
    return to_page()


@for_person
@require_POST
def take_back(request: PersonRequest) -> HttpResponse:
    couple = couple_of(request.keyring)
    if couple:
        welcoming.take_back(request.keyring, couple)
    return to_page()


@for_person
@require_http_methods(["GET", "HEAD", "POST"])
def write(request: PersonRequest) -> HttpResponse:
    """Where notes are shut nothing is laid down, and what was typed stays on the page, whatever the cause."""
    keyring = request.keyring
    couple = couple_of(keyring)
    if request.method != "POST":
        is_open, draft = welcoming.is_open(keyring, couple), kept_draft(keyring, NOTE_DRAFT)
        if not is_open and draft is None:
            return to_page()
        form = NoteForm(initial=_begun(request) | started_from_draft(draft))
        return _page(request, couple, form, back=draft is not None, shut=not is_open)
    form = NoteForm(request.POST)
    if not form.is_valid():
        return _page(request, couple, form, status=UNPROCESSABLE)
    return _lay(request, couple, form)


def _lay(request: PersonRequest, couple: Couple | None, form: NoteForm) -> HttpResponse:
    given = form.cleaned_data
    note = NoteV1(sort=given["sort"], words=given["words"], day=request.person.today)
    try:
        if couple is None:
            raise noting.Shut
        noting.lay(request.keyring, couple, note, form_id=given["form_id"])
    except noting.Shut:
        return _page(request, couple, form, status=CONFLICT, shut=True)
    except noting.Full:
        return _page(request, couple, form, status=TOO_MANY, full=True)
    drop_draft(request.keyring, NOTE_DRAFT)
    return to_page("laid")


def _begun(request: PersonRequest) -> dict[str, Any]:
    """A line of one's own list to begin with. The address holds its number, never its words."""
    asked = request.GET.get("from", "")
    for line in listing.own_of(request.keyring).lines:
        if str(line.id) == asked and line.side != "meet":
            return {"sort": line.side, "words": listing.words_of(line)}
    return {}


def _page(
    request: PersonRequest, couple: Couple | None, form: NoteForm, *, status: int = 200, **told: bool
) -> HttpResponse:
    context = {
        "form": form,
        "couple": couple,
        "draft": NOTE_DRAFT,
        "area": area(couple),
        "most": noting.MOST,
        **told,
    }
    return render(request, "affection/note.html", context, status=status)


@for_person
@require_POST
def let_go(request: PersonRequest, small_note: UUID) -> HttpResponse:
    """Pressed twice, not yours and not there: the page as it is."""
    noting.let_go(request.keyring, couple_of(request.keyring), small_note)
    return to_page()
