"""The list, one question that was put, and what was asked and answered."""

from typing import Any
from uuid import UUID

from django.http import Http404, HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.views.decorators.http import require_safe

from stepwell.ground.people.api import PersonRequest, for_person, kept_draft, see_other, started_from_draft
from stepwell.ground.spaces.api import Couple, couple_of
from stepwell.ground.vault.api import read_many
from stepwell.together.questions import answering, keeping
from stepwell.together.questions.answering import Asked
from stepwell.together.questions.forms import AnswerForm, WhenForm
from stepwell.together.questions.models import Put, Question, Reply
from stepwell.together.questions.page_words import PLACES, WANTS
from stepwell.together.questions.views.opened import READ_FIRST, to_read, way_to_talk

AT_ONCE = 50
FARTHEST = 1_000_000


def draft_of(put: UUID) -> str:
    return f"answer-{put}"


@for_person
@require_safe
def listed(request: PersonRequest) -> HttpResponse:
    keyring = request.keyring
    couple = couple_of(keyring)
    start = _start(request)
    own = Question.objects.within(keyring, keyring.own).order_by("-id")
    rows = list(own[start : start + AT_ONCE + 1])
    some = rows[:AT_ONCE]
    theirs = _waiting(request, couple)
    away = answering.out_of_sight(keyring) if theirs else frozenset()
    context = {
        "mine": [(row.id, kept.text, WANTS[kept.want]) for row, kept in _opened(request, some)],
        "answered": couple is not None or answering.answered(keyring).exists(),
        "further": start + AT_ONCE if len(rows) > AT_ONCE else 0,
        "couple": couple,
        "theirs": [one for one in theirs if one.id not in away],
        "aside": [one for one in theirs if one.id in away],
        # What waits is not drawn while the space rests; a day that was named for it can be taken out.
        "named": answering.named(keyring, couple) if couple and couple.paused else [],
        "saved": "",
        "area": "together",
    }
    return render(request, "questions/list.html", context)


def _opened(request: PersonRequest, rows: list[Question]) -> Any:
    return zip(rows, read_many(request.keyring, rows), strict=True)


def _waiting(request: PersonRequest, couple: Couple | None) -> list[Asked]:
    """What the other put and this person has not answered. While the space rests, nothing of it is drawn."""
    if couple is None or couple.paused:
        return []
    keyring = request.keyring
    said = Reply.objects.within(keyring, couple.circle).values("put_id")
    rows = Put.objects.within(keyring, couple.circle).filter(person_id=couple.partner_id)
    open_ones = list(rows.exclude(id__in=said).order_by("-day", "id")[: answering.MOST_ASIDE])
    return answering.all_of(keyring, couple, open_ones)


def _start(request: PersonRequest) -> int:
    asked = request.GET.get("from", "")
    return int(asked) if asked.isdecimal() and len(asked) < 8 else 0


@for_person
@require_safe
def answered(request: PersonRequest) -> HttpResponse:
    """Both people's, the newest first. It stands here also while the space rests, and when it has ended."""
    keyring, start = request.keyring, _start(request)
    couple = couple_of(keyring)
    found = list(answering.answered(keyring)[start : start + AT_ONCE + 1])
    context = {
        "couple": couple,
        "told": answering.all_of(keyring, couple, found[:AT_ONCE]),
        "further": start + AT_ONCE if len(found) > AT_ONCE else 0,
        "area": "together",
    }
    return render(request, "questions/answered.html", context)


@for_person
@require_safe
def asked(request: PersonRequest, put: UUID) -> HttpResponse:
    couple = couple_of(request.keyring)
    try:
        found = answering.asked(request.keyring, couple, put)
    except Put.DoesNotExist:
        raise Http404 from None
    if couple and couple.paused and not found.answers and not found.mine:
        return see_other(reverse("questions:list"))
    if found.mine and not found.answers:
        return see_other(reverse("questions:one", args=[found.origin_id]))
    return asked_page(request, couple, found)


def asked_page(
    request: PersonRequest,
    couple: Couple | None,
    found: Asked,
    *,
    form: AnswerForm | None = None,
    when: WhenForm | None = None,
    status: int = 200,
) -> HttpResponse:
    keyring, adds = request.keyring, bool(found.answers)
    may = not (found.mine or found.over or found.said.taken_back_on)
    rests = couple is None or couple.paused
    if form is None and may and not rests:
        form = AnswerForm(initial=started_from_draft(kept_draft(keyring, draft_of(found.id))), adds=adds)
    if when is None and may and not rests and not adds:
        when = WhenForm(today=request.person.today, initial={"day": found.day} if found.day else None)
    context = {
        "couple": couple,
        "asked": found,
        "listed": found.mine and keeping.listed(keyring, found.origin_id),
        "place": PLACES[found.said.place],
        "talk": way_to_talk(couple, found),
        "form": form,
        "when": when,
        "is_aside": not found.mine and not adds and found.id in answering.out_of_sight(keyring),
        "draft": draft_of(found.id),
        "saved": draft_of(found.id) if "kept" in request.GET else "",
        "reading": to_read(request.person.language, *READ_FIRST) if may else [],
        "area": "together",
    }
    return render(request, "questions/asked.html", context, status=status)
