"""What the pages of this room share."""

from uuid import UUID

from django.http import HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.utils.translation import gettext_lazy

from stepwell.ground.people.api import PersonRequest, see_other
from stepwell.ground.ui.api import Gone, typed_as
from stepwell.ground.ui.api import gone as given_back

AREA = "together"
CONFLICT, UNPROCESSABLE = 409, 422
# Said by an open page that exchanges its own parts: it needs no frame.
IN_PLACE = "X-In-Place"
GONE = Gone(
    heading=gettext_lazy("There is nothing here any more"),
    said=gettext_lazy("It may have ended, or the space may rest. Nothing was sent."),
    url_name="touch:list",
    way=gettext_lazy("To touch, step by step"),
)


def gone(request: PersonRequest) -> HttpResponse:
    """Ended, taken back, not theirs or never there: one and the same page, with what they typed."""
    return given_back(request, GONE, typed_as(request, "ins", "outs", "word"))


def to_list() -> HttpResponse:
    return see_other(reverse("touch:list"))


def to_after() -> HttpResponse:
    return see_other(reverse("touch:after"))


def later(request: PersonRequest) -> HttpResponse:
    return render(request, "ui/later.html", {"area": AREA, "back": reverse("touch:list")})


def id_sent(request: PersonRequest, name: str) -> UUID | None:
    try:
        return UUID(str(request.POST.get(name)))
    except ValueError:
        return None
