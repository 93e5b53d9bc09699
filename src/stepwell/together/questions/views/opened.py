"""What the pages of this room share: whose day it is, and how a refusal is answered."""

from collections.abc import Mapping
from datetime import date
from typing import Any
from uuid import UUID

from django.http import Http404, HttpResponse
from django.shortcuts import render
from django.utils import timezone

from stepwell.ground.people.api import PersonRequest
from stepwell.ground.spaces.api import Couple, couple_of
from stepwell.own.learning.api import Reading, reading
from stepwell.together.questions import keeping
from stepwell.together.questions.content import QuestionV1
from stepwell.together.questions.models import Question

NOT_THERE = 404
UNPROCESSABLE = 422
CONFLICT = 409
TOO_MANY = 429
READ_FIRST = ("preparing-a-disclosure", "why-trickled-truth-hurts", "questions-and-answers")


def today_of(request: PersonRequest) -> date:
    return timezone.now().astimezone(request.person.zone).date()


def mine(request: PersonRequest, question: UUID) -> tuple[Question, QuestionV1]:
    try:
        return keeping.mine(request.keyring, question)
    except Question.DoesNotExist:
        raise Http404 from None


def couple_or_none(request: PersonRequest) -> Couple:
    couple = couple_of(request.keyring)
    if couple is None:
        raise Http404
    return couple


def gone(request: PersonRequest) -> HttpResponse:
    """Taken back, let go or ended while somebody wrote, or never there: one and the same page, with what they
    typed."""
    context = {"text": request.POST.get("text", ""), "area": "together"}
    return render(request, "questions/gone.html", context, status=NOT_THERE)


def to_read(language: str, *slugs: str) -> list[Reading]:
    found = (reading(slug, language=language) for slug in slugs)
    return [one for one in found if one]


def first_of(draft: Mapping[str, list[str]] | None) -> dict[str, Any]:
    """A half-written form as it was left. Its id is not taken over: it may have been sent meanwhile."""
    return {name: values[0] for name, values in (draft or {}).items() if values and name != "form_id"}
