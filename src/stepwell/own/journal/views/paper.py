"""Entries to print and to take away, whole."""

from collections.abc import Iterator
from datetime import date
from typing import Any

from django.http import HttpResponse, StreamingHttpResponse
from django.shortcuts import render
from django.utils.dateformat import format as date_format
from django.utils.translation import gettext as _
from django.views.decorators.http import require_safe

from stepwell.ground.people.api import PersonRequest, for_person
from stepwell.ground.vault.api import Keyring, read_each, read_many
from stepwell.own.journal import months, prompts
from stepwell.own.journal.content import EntryV1
from stepwell.own.journal.lines import lines
from stepwell.own.journal.models import Entry
from stepwell.own.journal.page_words import SORTS
from stepwell.own.journal.views.opened import AREA, start_of

AT_ONCE = 100


@for_person
@require_safe
def paper(request: PersonRequest) -> HttpResponse:
    """A month as a clean leaf, the oldest first."""
    keyring, start = request.keyring, start_of(request)
    first = months.of(request.GET.get("month", ""), request.person.today)
    here = Entry.objects.within(keyring, keyring.own).filter(day__gte=first, day__lt=months.after(first))
    rows = list(here.order_by("day", "id")[start : start + AT_ONCE + 1])
    some = rows[:AT_ONCE]
    context: dict[str, Any] = {
        "month": first,
        "taken": in_full(request.person.today),
        "month_words": date_format(first, "F Y"),
        "entries": [
            (in_full(row.day), SORTS[kept.sort], prompts.words_of(kept.prompt), lines(kept.said))
            for row, kept in zip(some, read_many(keyring, some), strict=True)
        ],
        "further": start + AT_ONCE if len(rows) > AT_ONCE else 0,
        "area": AREA,
    }
    return render(request, "journal/paper.html", context)


@for_person
@require_safe
def take_away(request: PersonRequest) -> StreamingHttpResponse:
    """Every entry of one's own as a plain text, oldest first."""
    pages = _pages(request.keyring, request.person.today)
    answer = StreamingHttpResponse(pages, content_type="text/plain; charset=utf-8")
    answer["Content-Disposition"] = 'attachment; filename="pages.txt"'
    return answer


def in_full(day: date) -> str:
    """With its year, also in this one: paper is read in later years."""
    return date_format(day, "l j F Y")


def _pages(keyring: Keyring, today: date) -> Iterator[str]:
    yield f"{_('Your pages, as they stood on {day}').format(day=in_full(today))}\n\n\n"
    rows = Entry.objects.within(keyring, keyring.own).order_by("day", "id")
    for row, kept in read_each(keyring, rows):
        yield f"{in_full(row.day)}\n{SORTS[kept.sort]}\n\n{_plain(kept)}\n\n"


def _plain(kept: EntryV1) -> str:
    told = [str(thought)] if (thought := prompts.words_of(kept.prompt)) else []
    for line in lines(kept.said):
        said = ", ".join(line.said)
        told.append(f"{line.heading}: {said}" if line.listed else said)
    return "\n\n".join(told)
