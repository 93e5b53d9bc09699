"""What the pages of this room share: how a refusal is answered."""

from uuid import UUID

from django.http import Http404, HttpResponse
from django.urls import reverse
from django.utils.translation import gettext_lazy

from stepwell.ground.people.api import PersonRequest, begin_with, beginning, see_other
from stepwell.ground.spaces.api import Couple, couple_of
from stepwell.ground.ui.api import Gone, typed_as
from stepwell.ground.ui.api import gone as given_back
from stepwell.own.learning.api import Reading, reading
from stepwell.together.questions import keeping
from stepwell.together.questions.answering import Asked
from stepwell.together.questions.content import QuestionV1
from stepwell.together.questions.models import Question

UNPROCESSABLE = 422
CONFLICT = 409
TOO_MANY = 429
GONE = Gone(
    heading=gettext_lazy("There is no such question"),
    said=gettext_lazy(
        "It may have been taken back or let go while you wrote, or its space may have ended."
        " Nothing was sent."
    ),
    url_name="questions:list",
    way=gettext_lazy("Your list"),
)
READ_FIRST = ("preparing-a-disclosure", "why-trickled-truth-hurts", "questions-and-answers")


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
    """Taken back, let go or ended while somebody wrote, or never there."""
    return given_back(request, GONE, typed_as(request, "text"))


def way_to_talk(couple: Couple | None, asked: Asked) -> object:
    """The words of the way from a question that is meant for a talk, or nothing. They are the same whatever
    anybody's own safety says: that is asked where a talk is asked for, and shows to nobody."""
    meant = asked.said.place == "dialogue" and not asked.said.taken_back_on and not asked.over
    way = beginning("talk") if meant and couple and not couple.paused else None
    return way.words if way else ""


def to_talk(request: PersonRequest, text: str, origin: UUID) -> HttpResponse:
    where = begin_with(request.keyring, "talk", text, origin=origin)
    return see_other(where or reverse("questions:list"))


def to_read(language: str, *slugs: str) -> list[Reading]:
    found = (reading(slug, language=language) for slug in slugs)
    return [one for one in found if one]
