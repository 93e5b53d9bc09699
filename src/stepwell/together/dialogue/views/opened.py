"""What the pages of this room share: whose day it is, and how it is said that something is not there."""

from datetime import date

from django.http import HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.utils import timezone

from stepwell.ground.people.api import PersonRequest, see_other

AREA = "together"
NOT_THERE, CONFLICT, UNPROCESSABLE = 404, 409, 422


def today_of(request: PersonRequest) -> date:
    return timezone.now().astimezone(request.person.zone).date()


def gone(request: PersonRequest) -> HttpResponse:
    """Ended, let go, not theirs or never there: one and the same page, with what they typed."""
    typed = [str(request.POST.get(name, "")) for name in ("topic", "text", "rest")]
    context = {"typed": [words for words in typed if words.strip()], "area": AREA}
    return render(request, "dialogue/gone.html", context, status=NOT_THERE)


def to_list() -> HttpResponse:
    return see_other(reverse("dialogue:list"))


def to_talk(talk: object, kept: str = "") -> HttpResponse:
    return see_other(reverse("dialogue:room", args=[talk]) + (f"?kept={kept}" if kept else ""))


def later(request: PersonRequest, back: str) -> HttpResponse:
    return render(request, "ui/later.html", {"area": AREA, "back": back})
