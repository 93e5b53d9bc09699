"""What the pages of this room share: how it is said that something is not there."""

from django.http import HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.utils.translation import gettext_lazy

from stepwell.ground.people.api import PersonRequest, see_other
from stepwell.ground.ui.api import Gone, typed_as
from stepwell.ground.ui.api import gone as given_back

AREA = "together"
CONFLICT, UNPROCESSABLE = 409, 422
GONE = Gone(
    heading=gettext_lazy("There is no such talk"),
    said=gettext_lazy("It may have ended, or the space may rest. Nothing was sent."),
    url_name="dialogue:list",
    way=gettext_lazy("To your talks"),
)


def gone(request: PersonRequest) -> HttpResponse:
    """Ended, let go, not theirs or never there: one and the same page, with what they typed."""
    return given_back(request, GONE, typed_as(request, "topic", "text", "rest"))


def to_list() -> HttpResponse:
    return see_other(reverse("dialogue:list"))


def to_talk(talk: object) -> HttpResponse:
    return see_other(reverse("dialogue:room", args=[talk]))


def later(request: PersonRequest, back: str) -> HttpResponse:
    return render(request, "ui/later.html", {"area": AREA, "back": back})
