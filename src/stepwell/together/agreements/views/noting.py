"""What is one person's alone beside an agreement."""

from uuid import UUID

from django.http import HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.views.decorators.http import require_http_methods, require_POST

from stepwell.ground.people.api import PersonRequest, drop_draft, for_person, kept_draft, see_other
from stepwell.ground.spaces.api import NotNow
from stepwell.together.agreements import noting
from stepwell.together.agreements.forms import started_from_draft
from stepwell.together.agreements.page import page_of
from stepwell.together.agreements.page_words import WHY
from stepwell.together.agreements.settling import newest_of
from stepwell.together.agreements.shelf import Leaf
from stepwell.together.agreements.small_forms import NoteForm
from stepwell.together.agreements.views.asking import (
    AREA,
    CONFLICT,
    UNPROCESSABLE,
    Asked,
    asked_by,
    found,
    saved,
)
from stepwell.together.agreements.views.gone import gives_words_back


@for_person
@require_http_methods(["GET", "HEAD", "POST"])
@gives_words_back
def note(request: PersonRequest, agreement: UUID) -> HttpResponse:
    """Signed under pressure: a word to oneself. The other never learns that this page was opened."""
    asked = asked_by(request)
    leaf = found(request, asked, agreement)
    name, here = f"agreement-note-{agreement}", reverse("agreements:note", args=[agreement])
    if request.method != "POST":
        half = kept_draft(request.keyring, name)
        return _page(request, asked, leaf, NoteForm(initial=started_from_draft(half) if half else None))
    if gone := _uuid(request.POST.get("let_go", "")):
        noting.let_go(request.keyring, gone)
        return see_other(here)
    form = NoteForm(request.POST)
    if not form.is_valid():
        return _page(request, asked, leaf, form, status=UNPROCESSABLE)
    try:
        _write_down(request, asked, leaf, form)
    except NotNow as not_now:
        form.add_error(None, str(WHY[not_now.why]))
        return _page(request, asked, leaf, form, status=CONFLICT)
    drop_draft(request.keyring, name)
    return see_other(f"{here}?kept={name}")


def _write_down(request: PersonRequest, asked: Asked, leaf: Leaf, form: NoteForm) -> None:
    noting.write_down(
        request.keyring,
        leaf.id,
        newest_of(leaf.head),
        form.cleaned_data["words"],
        form_id=form.cleaned_data["form_id"],
        now=asked.now,
        day=asked.today,
    )


@for_person
@require_POST
def aside(request: PersonRequest, agreement: UUID) -> HttpResponse:
    """Out of my sight, and back. Nobody is told: it is the same as silence."""
    leaf = found(request, asked_by(request), agreement)
    if request.POST.get("do") == "back":
        noting.bring_back(request.keyring, agreement)
        return see_other(reverse("agreements:one", args=[agreement]))
    if leaf.offer and leaf.offer.by != leaf.me:
        noting.put_away(request.keyring, agreement, leaf.offer.number)
    return see_other(reverse("agreements:list"))


def _uuid(words: str) -> UUID | None:
    try:
        return UUID(words)
    except ValueError:
        return None


def _page(
    request: PersonRequest, asked: Asked, leaf: Leaf, form: NoteForm, *, status: int = 200
) -> HttpResponse:
    context = page_of(request.keyring, leaf, asked.now, asked.partner, request.person.zone)
    name = f"agreement-note-{leaf.id}"
    context |= {
        "area": AREA,
        "form": form,
        "draft": name,
        "notes": noting.notes(request.keyring, leaf.id),
        "saved": saved(request) if request.method != "POST" else "",
    }
    return render(request, "agreements/note.html", context, status=status)
