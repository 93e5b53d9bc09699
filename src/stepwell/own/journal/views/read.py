"""One's own entries: a month as a calendar and as a list."""

from datetime import date
from itertools import groupby
from operator import itemgetter
from typing import Any

from django.http import HttpResponse
from django.shortcuts import render
from django.utils.dateformat import format as date_format
from django.utils.dates import WEEKDAYS, WEEKDAYS_ABBR
from django.views.decorators.http import require_safe

from stepwell.ground.people.api import PersonRequest, for_person
from stepwell.ground.ui.api import clock, in_words
from stepwell.ground.vault.api import read_many
from stepwell.own.journal import months
from stepwell.own.journal.content import EntryV1
from stepwell.own.journal.lines import in_words as words_of
from stepwell.own.journal.models import Entry
from stepwell.own.journal.page_words import PART_LABELS, SORTS
from stepwell.own.journal.views.opened import AREA, start_of

AT_ONCE = 40
GLANCE = 180


@for_person
@require_safe
def listed(request: PersonRequest) -> HttpResponse:
    """A month, newest first. Only what stands on the page is opened, however many years lie before it."""
    keyring, start, today = request.keyring, start_of(request), request.person.today
    own = Entry.objects.within(keyring, keyring.own)
    first = months.of(request.GET.get("month", ""), today)
    following = months.after(first)
    here = own.filter(day__gte=first, day__lt=following)
    days = list(here.order_by("-day", "-id").values_list("day", flat=True))
    rows = list(here.order_by("-day", "-id")[start : start + AT_ONCE])
    older = own.filter(day__lt=first).order_by("-day").values_list("day", flat=True).first()
    newer = own.filter(day__gte=following).order_by("day").values_list("day", flat=True).first()
    notes = [_glance(row, kept) for row, kept in zip(rows, read_many(keyring, rows), strict=True)]
    urls = {
        day: _url(first, start, at // AT_ONCE * AT_ONCE, day) for at, day in reversed(list(enumerate(days)))
    }
    context = {
        "month": first,
        "month_words": date_format(first, "F Y"),
        "weekdays": [(WEEKDAYS[at], WEEKDAYS_ABBR[at]) for at in range(7)],
        "weeks": months.weeks(first, urls) if days else [],
        "days": [
            (day, in_words(day, "day"), list(some)) for day, some in groupby(notes, key=itemgetter("day"))
        ],
        "older": older and f"{older:%Y-%m}",
        "newer": newer and f"{newer:%Y-%m}",
        "before": max(0, start - AT_ONCE) if start else None,
        "further": start + AT_ONCE if len(days) > start + AT_ONCE else 0,
        "none_at_all": not days and not older and not newer,
        "area": AREA,
    }
    return render(request, "journal/list.html", context)


def _url(first: date, here: int, page: int, day: date) -> str:
    """Of the first entry of that day, which may stand further down or on another page of the month."""
    return f"#d{day.day}" if page == here else f"?month={first:%Y-%m}&from={page}#d{day.day}"


def _glance(row: Entry, kept: EntryV1) -> dict[str, Any]:
    """Enough to know it again: its hour, its sort, how it began, or else the chosen words."""
    text = " ".join(kept.said.happened[: GLANCE * 2].split())
    chips = [word for part in list(PART_LABELS)[1:] for word in words_of(kept.said, part)]
    return {
        "id": row.id,
        "day": row.day,
        "at": clock(kept.written_at) if kept.written_at.date() == row.day else "",
        "sort": SORTS[kept.sort],
        "text": text if len(text) <= GLANCE else f"{text[:GLANCE].rsplit(' ', 1)[0]} …",
        "chips": ", ".join(chips[:8]),
    }
