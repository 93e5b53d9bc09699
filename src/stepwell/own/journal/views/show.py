"""Showing parts of an entry to the other, after looking at what they would read; and taking it back."""

from typing import Any
from uuid import UUID

from django.http import Http404, HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.views.decorators.http import require_http_methods, require_POST

from stepwell.ground.people.api import PersonRequest, for_person, see_other
from stepwell.ground.spaces.api import Couple, NotNow, couple_of
from stepwell.own.journal import showing
from stepwell.own.journal.content import EntryV1, chosen, in_order, written
from stepwell.own.journal.forms import PartsForm
from stepwell.own.journal.lines import lines
from stepwell.own.journal.models import Entry
from stepwell.own.journal.page_words import SORTS
from stepwell.own.journal.views.one import entry_page
from stepwell.own.journal.views.opened import AREA, CONFLICT, draft_of, mine, shown_here


@for_person
@require_http_methods(["GET", "HEAD", "POST"])
def show(request: PersonRequest, entry: UUID) -> HttpResponse:
    """Without `sure` it is only drawn as the other would read it. Opened after a change, it is drawn with the
    parts that were last chosen."""
    row, kept = mine(request, entry)
    couple = couple_of(request.keyring)
    if request.method != "POST":
        return _again(request, row, kept, couple)
    if couple is None or couple.paused:
        return _waits(entry, "rests" if couple else "over")
    form = PartsForm(request.POST, written=written(kept.said))
    if not form.is_valid():
        return entry_page(request, entry, form)
    parts = in_order(form.cleaned_data["parts"])
    if "sure" not in request.POST:
        return _preview(request, row, kept, couple, parts)
    try:
        showing.show(request.keyring, entry, parts, couple, revision=_revision(request))
    except Entry.DoesNotExist:
        raise Http404 from None
    except showing.SeenOtherwise:
        row, kept = mine(request, entry)
        return _preview(request, row, kept, couple, parts, status=CONFLICT)
    except NotNow as not_now:
        return _waits(entry, not_now.why)
    return see_other(reverse("journal:one", args=[entry]))


def _again(request: PersonRequest, row: Entry, kept: EntryV1, couple: Couple | None) -> HttpResponse:
    """Where nothing is shown now, or nothing is to be shown anew, there is the page alone."""
    here = shown_here(request.keyring, row, couple)
    parts = in_order(set(kept.shown) & set(written(kept.said)))
    if couple is None or couple.paused or here is None or here.stands(row, kept) or not parts:
        return see_other(reverse("journal:one", args=[row.id]) + _saved(request))
    return _preview(request, row, kept, couple, parts)


def _saved(request: PersonRequest) -> str:
    return "?kept=change" if request.GET.get("kept") == "change" else ""


def _revision(request: PersonRequest) -> int:
    given = request.POST.get("revision", "")
    return int(given) if given.isdecimal() and len(given) < 9 else 0


def _preview(
    request: PersonRequest,
    row: Entry,
    kept: EntryV1,
    couple: Couple,
    parts: tuple[str, ...],
    status: int = 200,
) -> HttpResponse:
    context: dict[str, Any] = {
        "id": row.id,
        "day": row.day,
        "sort": SORTS[kept.sort],
        "couple": couple,
        "lines": lines(chosen(kept.said, parts), theirs=True),
        "parts": parts,
        "here": shown_here(request.keyring, row, couple) is not None,
        "saved": draft_of(row.id) if _saved(request) else "",
        "revision": kept.revision,
        "changed": status == CONFLICT,
        "area": AREA,
    }
    return render(request, "journal/preview.html", context, status=status)


def _waits(entry: UUID, why: str) -> HttpResponse:
    return see_other(f"{reverse('journal:one', args=[entry])}?waits={why}")


@for_person
@require_POST
def stop(request: PersonRequest, entry: UUID) -> HttpResponse:
    mine(request, entry)
    showing.withdraw(request.keyring, entry)
    return see_other(reverse("journal:one", args=[entry]))
