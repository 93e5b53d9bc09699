"""One letter of one's own: looking at it, giving it to the other, letting it go."""

from contextlib import suppress
from typing import Any
from uuid import UUID

from django.http import HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.views.decorators.http import require_http_methods, require_safe

from stepwell.ground.people.api import PersonRequest, draft_begun, for_person, see_other
from stepwell.ground.spaces.api import Couple, NotNow, couple_of
from stepwell.own.selfcare.api import too_much
from stepwell.together.letters import giving, keeping
from stepwell.together.letters.limits import MOST_A_DAY, EnoughForToday, Moved
from stepwell.together.letters.marking import look_at
from stepwell.together.letters.models import Letter
from stepwell.together.letters.page_words import ENOUGH, OTHER_WORDING, WAITS
from stepwell.together.letters.sorts import GUIDES, as_read
from stepwell.together.letters.views.opened import (
    AREA,
    CONFLICT,
    TOO_MANY,
    UNPROCESSABLE,
    gives_words_back,
    mine,
)
from stepwell.together.letters.views.write import draft_of, new_draft


@for_person
@require_safe
def one(request: PersonRequest, letter: UUID) -> HttpResponse:
    row, kept = mine(request, letter)
    couple = couple_of(request.keyring)
    copies = list(giving.copies(request.keyring, letter).order_by("-day", "id"))
    here = next((copy for copy in copies if couple and copy.circle_id == couple.circle), None)
    context = {
        "id": row.id,
        "kept": kept,
        "guide": GUIDES[kept.sort],
        "parts": as_read(kept.sort, kept.parts),
        "couple": couple,
        "here": here,
        "left": [copy for copy in copies if copy is not here],
        "saved": _draft_sent(request, kept.sort, letter),
        "area": AREA,
    }
    return render(request, "letters/one.html", context)


def _draft_sent(request: PersonRequest, sort: str, letter: UUID) -> str:
    return {"new": draft_begun(request, new_draft(sort)), "change": draft_of(letter)}.get(
        request.GET.get("kept", ""), ""
    )


@for_person
@gives_words_back
@require_http_methods(["GET", "HEAD", "POST"])
def give(request: PersonRequest, letter: UUID) -> HttpResponse:
    """First how it will read, for whom; then the button."""
    mine(request, letter)
    couple = couple_of(request.keyring)
    if request.method != "POST":
        return _preview(request, letter, couple)
    said = str(request.POST.get("revision", ""))
    revision = int(said) if said.isdecimal() and len(said) < 9 else 0
    try:
        given = giving.give(
            request.keyring, letter, revision=revision, couple=couple, today=request.person.today
        )
    except Moved:
        return _preview(request, letter, couple, waits=OTHER_WORDING, status=CONFLICT)
    except NotNow as not_now:
        return _preview(request, letter, couple, waits=WAITS[not_now.why], status=UNPROCESSABLE)
    except EnoughForToday:
        return _preview(request, letter, couple, waits=ENOUGH.format(n=MOST_A_DAY), status=TOO_MANY)
    return see_other(reverse("letters:given", args=[given]))


def _preview(
    request: PersonRequest, letter: UUID, couple: Couple | None, *, waits: Any = "", status: int = 200
) -> HttpResponse:
    row, kept = mine(request, letter)
    given = giving.copies(request.keyring, letter).filter(circle_id=couple.circle).first() if couple else None
    if given and not waits:
        return see_other(reverse("letters:given", args=[given.id]))
    much = too_much(request.keyring)
    labels = {heading.key: heading.label for heading in GUIDES[kept.sort].headings}
    context = {
        "id": row.id,
        "kept": kept,
        "guide": GUIDES[kept.sort],
        "parts": as_read(kept.sort, kept.parts),
        "couple": couple,
        "waits": waits or (WAITS["much"] if much else ""),
        "may": couple is not None and not couple.paused and not much,
        "looked": look_at({part.key: (labels.get(part.key, ""), part.words) for part in kept.parts}),
        "area": AREA,
    }
    return render(request, "letters/give.html", context, status=status)


@for_person
@require_http_methods(["GET", "HEAD", "POST"])
def delete(request: PersonRequest, letter: UUID) -> HttpResponse:
    if request.method == "POST":
        # Pressed twice it is done once, and nobody can tell what never was from what is gone.
        with suppress(Letter.DoesNotExist):
            keeping.delete(request.keyring, letter)
        return see_other(reverse("letters:list"))
    row, kept = mine(request, letter)
    context = {
        "id": row.id,
        "parts": as_read(kept.sort, kept.parts),
        "given": giving.copies(request.keyring, letter).exists(),
        "area": AREA,
    }
    return render(request, "letters/delete.html", context)
