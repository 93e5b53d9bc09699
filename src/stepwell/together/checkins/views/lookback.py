"""The last weeks of one signal of one's own, and everything of one's own to take away."""

import csv
from collections.abc import Iterator
from datetime import date, timedelta

from django.http import HttpResponse, StreamingHttpResponse
from django.shortcuts import render
from django.utils.text import capfirst
from django.utils.translation import gettext as _
from django.views.decorators.http import require_safe

from stepwell.ground.people.api import PersonRequest, for_person
from stepwell.ground.ui.api import draw_weeks
from stepwell.ground.vault.api import Keyring, read_each, read_many
from stepwell.together.checkins.content import SIGNALS, CheckInV1
from stepwell.together.checkins.lines import HEADINGS, said
from stepwell.together.checkins.models import CheckIn
from stepwell.together.checkins.page_words import SIGNAL_LABELS
from stepwell.together.checkins.weeks import SHOWN, WEEK, by_week, first_of

AREA = "back"
EARLIEST = date(1970, 6, 1)


@for_person
@require_safe
def weeks(request: PersonRequest) -> HttpResponse:
    keyring = request.keyring
    asked = request.GET.get("signal", "")
    signal = asked if asked in SIGNALS else SIGNALS[0]
    today = request.person.today
    last = min(_day(request.GET.get("to", ""), today), today)
    first = first_of(last)
    own = CheckIn.objects.within(keyring, keyring.own)
    # Only the weeks on the page are loaded and opened, however many years stand before them.
    rows = list(own.filter(day__gte=first, day__lt=first + WEEK * SHOWN).order_by("day", "id"))
    answers = [
        (row.day, getattr(kept.answers, signal))
        for row, kept in zip(rows, read_many(keyring, rows), strict=True)
    ]
    found = by_week(answers, last)
    label = str(SIGNAL_LABELS[signal])
    context = {
        "area": AREA,
        "signal": signal,
        "label": label,
        "signals": SIGNAL_LABELS.items(),
        "picture": draw_weeks(found, signal=capfirst(label)) if any(week.count for week in found) else None,
        "open": any(not week.count for week in found),
        "last": min(first + WEEK * SHOWN - timedelta(days=1), today),
        "older": first - timedelta(days=1) if own.filter(day__lt=first).exists() else None,
        "newer": min(first + WEEK * (2 * SHOWN) - timedelta(days=1), today)
        if first + WEEK * SHOWN <= today
        else None,
    }
    return render(request, "checkins/weeks.html", context)


def _day(asked: str, today: date) -> date:
    try:
        found = date.fromisoformat(asked)
    except ValueError:
        return today
    return max(found, EARLIEST)


@for_person
@require_safe
def take_away(request: PersonRequest) -> StreamingHttpResponse:
    """Every check-in of one's own as CSV, oldest first."""
    answer = StreamingHttpResponse(_csv(request.keyring), content_type="text/csv; charset=utf-8")
    answer["Content-Disposition"] = 'attachment; filename="days.csv"'
    return answer


class _Passing:
    """What csv.writer writes into: each row goes on to the browser at once."""

    def write(self, row: str) -> str:
        return row


def _csv(keyring: Keyring) -> Iterator[str]:
    out = csv.writer(_Passing())
    yield out.writerow([_("day"), _("time"), *(str(heading) for heading in HEADINGS.values())])
    rows = CheckIn.objects.within(keyring, keyring.own).order_by("day", "id")
    for row, kept in read_each(keyring, rows):
        yield out.writerow(_cells(row, kept))


def _cells(row: CheckIn, kept: CheckInV1) -> list[object]:
    told: list[object] = [row.day.isoformat(), f"{kept.written_at:%H:%M}"]
    for key in HEADINGS:
        if key in SIGNALS:
            told.append(getattr(kept.answers, key))
        else:
            told.append(_plain("; ".join(said(kept.answers, key))))
    return told


def _plain(text: str) -> str:
    """Text that a spreadsheet does not take for a formula."""
    return f"'{text}" if text[:1] in ("=", "+", "-", "@", "\t", "\r") else text
