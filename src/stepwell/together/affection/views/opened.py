"""What the pages of this room share."""

from http import HTTPStatus

from django.http import HttpResponse
from django.urls import reverse

from stepwell.ground.people.api import see_other
from stepwell.ground.spaces.api import Couple

CONFLICT = HTTPStatus.CONFLICT.value
UNPROCESSABLE = HTTPStatus.UNPROCESSABLE_ENTITY.value
TOO_MANY = HTTPStatus.TOO_MANY_REQUESTS.value
NOTE_DRAFT, LINES_DRAFT = "affection-note", "affection-lines"


def area(couple: Couple | None) -> str:
    return "together" if couple else "mine"


def to_page(told: str = "") -> HttpResponse:
    """told: what the address may say of what was just done: "laid", "kept" or "words"."""
    return see_other(reverse("affection:page") + (f"?{told}" if told else ""))


def to_side(side: str, told: str = "") -> HttpResponse:
    """That part of one's own list. told: "at", its ideas stand open; "full", nothing more fits;
    "kept", what was written is on it."""
    return see_other(reverse("affection:page") + (f"?{told}={side}" if told else "") + f"#{side}")
