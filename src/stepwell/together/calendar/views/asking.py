"""What the pages of this room share: who reads, which day is asked for, what is theirs."""

from datetime import date, timedelta
from uuid import UUID

from django import forms
from django.http import Http404, HttpResponse
from django.utils.translation import gettext_lazy

from stepwell.ground.people.api import PersonRequest
from stepwell.ground.spaces.api import couple_of
from stepwell.ground.ui.api import Gone, typed_in
from stepwell.ground.ui.api import gone as given_back
from stepwell.together.calendar import writing
from stepwell.together.calendar.content import PlanV1
from stepwell.together.calendar.fields import EARLIEST, LATEST
from stepwell.together.calendar.layout import Reader
from stepwell.together.calendar.models import Plan

AREA = "together"
ROOM_TO_TURN = timedelta(days=62)
GONE = Gone(
    heading=gettext_lazy("It is not there"),
    said=gettext_lazy("It may have been deleted, or have ended, while you wrote. Nothing was kept."),
    url_name="calendar:coming",
    way=gettext_lazy("The days to come"),
)


def reader_of(request: PersonRequest) -> Reader:
    return Reader(request.keyring, request.person.zone, couple_of(request.keyring))


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
    """Deleted or ended while somebody wrote, or never there."""
    return given_back(request, GONE, typed_in(form))


def mine(request: PersonRequest, plan: UUID) -> tuple[Plan, PlanV1]:
    try:
        return writing.mine(request.keyring, plan)
    except Plan.DoesNotExist:
        raise Http404 from None
