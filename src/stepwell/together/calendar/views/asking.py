"""What the pages of this room share: who reads, which day is asked for, what is theirs."""

from datetime import date, timedelta
from typing import Any, cast
from uuid import UUID

from django import forms
from django.http import Http404, HttpResponse
from django.shortcuts import render
from django.utils import timezone

from stepwell.ground.people.api import PersonRequest
from stepwell.ground.spaces.api import couple_of
from stepwell.together.calendar import writing
from stepwell.together.calendar.content import PlanV1
from stepwell.together.calendar.fields import EARLIEST, LATEST
from stepwell.together.calendar.layout import Reader
from stepwell.together.calendar.models import Plan

AREA = "together"
ROOM_TO_TURN = timedelta(days=62)


def reader_of(request: PersonRequest) -> Reader:
    return Reader(request.keyring, request.person.zone, couple_of(request.keyring))


def today_of(request: PersonRequest) -> date:
    return timezone.now().astimezone(request.person.zone).date()


def day_of(asked: str) -> date:
    """Raises Http404 for what is no day, or too far away."""
    try:
        day = date.fromisoformat(asked)
    except ValueError:
        raise Http404 from None
    if not EARLIEST + ROOM_TO_TURN <= day <= LATEST - ROOM_TO_TURN:
        raise Http404
    return day


def gone(request: PersonRequest, form: forms.Form) -> HttpResponse:
    """Deleted or ended while somebody wrote, or never there: one and the same page, with what they typed."""
    typed = [(form.fields[name].label, words) for name in form.fields if (words := _typed(form, name))]
    return render(request, "calendar/gone.html", {"area": AREA, "typed": typed}, status=404)


def _typed(form: forms.Form, name: str) -> str:
    field = form.fields[name]
    if field.widget.is_hidden:
        return ""
    values: list[str] = cast("Any", form.data).getlist(name)
    named = {str(value): str(words) for value, words in getattr(field, "choices", ())}
    return ", ".join(named.get(value, value) for value in values if value)


def mine(request: PersonRequest, plan: UUID) -> tuple[Plan, PlanV1]:
    try:
        return writing.mine(request.keyring, plan)
    except Plan.DoesNotExist:
        raise Http404 from None
