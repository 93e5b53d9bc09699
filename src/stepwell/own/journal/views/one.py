"""One entry, and letting it go."""

from uuid import UUID

from django.http import Http404, HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from stepwell.ground.people.api import PersonRequest, for_person, see_other
from stepwell.ground.spaces.api import Couple, couple_of
from stepwell.ground.vault.api import read_many
from stepwell.own.journal import prompts, showing, writing
from stepwell.own.journal.content import EntryV1, written
from stepwell.own.journal.forms import PartsForm
from stepwell.own.journal.lines import lines
from stepwell.own.journal.models import Entry
from stepwell.own.journal.page_words import SORTS, WAITS
from stepwell.own.journal.views.opened import AREA, UNPROCESSABLE, draft_of, mine, open_couple, shown_here
from stepwell.own.journal.views.write import draft_for


@for_person
@require_safe
def one(request: PersonRequest, entry: UUID) -> HttpResponse:
    return entry_page(request, entry)


def entry_page(request: PersonRequest, entry: UUID, form: PartsForm | None = None) -> HttpResponse:
    keyring = request.keyring
    row, kept = mine(request, entry)
    couple = couple_of(keyring)
    copies = list(showing.COPIES.of(keyring, entry))
    there = shown_here(keyring, row, couple)
    here, stands = there is not None, there is not None and there.stands(row, kept)
    left = [copy for copy in copies if couple is None or copy.circle_id != couple.circle]
    context = {
        "id": row.id,
        "day": row.day,
        "kept": kept,
        "sort": SORTS[kept.sort],
        "thought": prompts.words_of(kept.prompt),
        "lines": lines(kept.said, kept.shown if stands else ()),
        "earlier": there and not stands and lines(there.copy.said),
        "earlier_day": there.day if there and there.day != row.day else None,
        "anew": bool(set(kept.shown) & set(written(kept.said))),
        "aside": [(other.id, lines(other.said)) for other in kept.aside],
        "couple": couple,
        "open": open_couple(couple),
        "shown_here": here,
        "left": [lines(shared.said) for shared in read_many(keyring, left)],
        "waits": WAITS.get(why) if (why := request.GET.get("waits", "")) in _may_wait(couple) else None,
        "saved": _saved(request, row),
        "form": form or _parts(couple, kept, here),
        "area": AREA,
    }
    return render(request, "journal/one.html", context, status=UNPROCESSABLE if form else 200)


def _saved(request: PersonRequest, row: Entry) -> str:
    """Which browser draft an answered form leaves behind, by what the address says was kept."""
    kept = request.GET.get("kept", "")
    if kept == "change":
        return draft_of(row.id)
    return next((draft_for(sort) for sort in SORTS if sort == kept), "")


def _may_wait(couple: Couple | None) -> tuple[str, ...]:
    """What an address may still say: a page drawn again after the space opened speaks of no rest."""
    if couple is None:
        return ("over",)
    return ("rests",) if couple.paused else ("words",)


def _parts(couple: Couple | None, kept: EntryV1, here: bool) -> PartsForm | None:
    if couple is None or couple.paused:
        return None
    return PartsForm(written=written(kept.said), initial={"parts": list(kept.shown) if here else []})


@for_person
@require_http_methods(["GET", "HEAD", "POST"])
def delete(request: PersonRequest, entry: UUID) -> HttpResponse:
    """Pressed twice it is pressed once: where nothing is there any more, everybody is sent to the list."""
    try:
        if request.method == "POST":
            writing.delete(request.keyring, entry)
            return see_other(reverse("journal:list"))
        row, kept = writing.mine(request.keyring, entry)
    except Entry.DoesNotExist:
        if request.method == "POST":
            return see_other(reverse("journal:list"))
        raise Http404 from None
    shown = showing.COPIES.of(request.keyring, entry).exists()
    context = {"id": row.id, "day": row.day, "lines": lines(kept.said), "shown": shown, "area": AREA}
    return render(request, "journal/delete.html", context)


@for_person
@require_POST
def let_go(request: PersonRequest, entry: UUID, wording: UUID) -> HttpResponse:
    try:
        writing.let_go(request.keyring, entry, wording)
    except Entry.DoesNotExist:
        raise Http404 from None
    return see_other(reverse("journal:one", args=[entry]))
