"""One promise: its days, what was said of them, and the notes that only their writer sees."""

from datetime import date, timedelta
from typing import Any
from uuid import UUID

from django.http import HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_safe

from stepwell.ground.people.api import PersonRequest, draft_begun, for_person, kept_draft, started_from_draft
from stepwell.ground.spaces.api import Couple, couple_of
from stepwell.together.promises import finding, noting
from stepwell.together.promises.days import falls, next_day
from stepwell.together.promises.finding import Promised, Told, by_day
from stepwell.together.promises.forms import NoteForm
from stepwell.together.promises.models import Promise
from stepwell.together.promises.views.opened import other_today, seen_by
from stepwell.together.promises.when import when_words

BACK = timedelta(days=14)
MOST_DAYS = 7
DRAFT = "promise"


def note_draft(promise: UUID) -> str:
    return f"promise-note-{promise}"


def word_draft(promise: UUID, day: date) -> str:
    return f"promise-word-{promise}-{day.isoformat()}"


@for_person
@require_safe
def one(request: PersonRequest, promise: UUID) -> HttpResponse:
    couple = couple_of(request.keyring)
    return one_page(request, couple, seen_by(request, couple, promise))


def one_page(
    request: PersonRequest,
    couple: Couple | None,
    found: Promised,
    *,
    form: NoteForm | None = None,
    status: int = 200,
) -> HttpResponse:
    keyring = request.keyring
    told = finding.words_of(keyring, [found])[found.id]
    if form is None:
        form = NoteForm(initial=started_from_draft(kept_draft(keyring, note_draft(found.id))))
    today = request.person.today if found.mine else other_today(couple)
    said, plans = by_day(told), _plans(request, couple, found, told)
    context: dict[str, Any] = {
        "promise": found,
        "when": when_words(found.said.days),
        "couple": couple,
        "speaks": found.mine and (found.own or (found.here and couple is not None and not couple.paused)),
        "ends": found.mine and found.ended_on is None and found.last_day >= today and not found.over,
        "days": [day for day in _days(found, today) if day not in said],
        "said": [
            (day, [(each, plans.get(each.word.plan)) for each in some])
            for day, some in sorted(said.items(), reverse=True)
        ],
        "ended": [each for each in told if each.word.said == "ended"],
        "instead": plans.get(found.said.instead_of.promise) if found.said.instead_of else None,
        "notes": noting.notes(keyring, found.id),
        "form": form,
        "draft": note_draft(found.id),
        "saved": _saved(request, found.id),
        "area": "together",
    }
    return render(request, "promises/one.html", context, status=status)


def _saved(request: PersonRequest, promise: UUID) -> str:
    """Which browser draft an answered form leaves behind, by what the address says was kept."""
    kept = request.GET.get("kept", "")
    try:
        return word_draft(promise, date.fromisoformat(kept))
    except ValueError:
        drafts = {
            "new": draft_begun(request, DRAFT),
            "note": note_draft(promise),
            "end": f"promise-end-{promise}",
        }
        return drafts.get(kept, "")


def _days(found: Promised, today: date) -> list[date]:
    """The days one may want to say something of: the next one, and the last few before it."""
    days, ended = found.said.days, found.ended_on
    behind = list(falls(days, today - BACK, today - timedelta(days=1), ended_on=ended))[-MOST_DAYS:]
    if days.repeat == "once" and not behind:
        behind = list(falls(days, days.first, today - timedelta(days=1), ended_on=ended))
    ahead = next_day(days, today, ended_on=ended)
    after = next_day(days, ahead + timedelta(days=1), ended_on=ended) if ahead == today else None
    return [day for day in (after, ahead, *reversed(behind)) if day]


def _plans(
    request: PersonRequest, couple: Couple | None, found: Promised, told: list[Told]
) -> dict[UUID | None, tuple[UUID, str, str]]:
    """What took its place, and what it took the place of: words and days, by id."""
    ids = {each.word.plan for each in told if each.word.plan}
    if found.said.instead_of:
        ids.add(found.said.instead_of.promise)
    rows = Promise.objects.readable(request.keyring).filter(id__in=sorted(ids))
    return {
        plan.id: (plan.id, plan.said.what, when_words(plan.said.days))
        for plan in finding.opened(request.keyring, couple, rows)
    }
