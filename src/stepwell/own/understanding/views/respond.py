"""From what goes along to what could be done: own words, on their way into another room of their writer."""

from http import HTTPStatus
from typing import Any

from django.http import HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from django.views.decorators.http import require_POST

from stepwell.ground.people.api import PersonRequest, for_person, see_other
from stepwell.ground.ui.api import Gone, gone, typed_as
from stepwell.own.understanding.content import LinkV1
from stepwell.own.understanding.finding import found
from stepwell.own.understanding.forms import RespondForm
from stepwell.own.understanding.responses import Full, Response, practices, responses
from stepwell.own.understanding.sources import name_of, signals
from stepwell.own.understanding.telling import wished_for
from stepwell.own.understanding.views.along import AREA

GONE = Gone(
    heading=gettext_lazy("This is told no more"),
    said=gettext_lazy("The days since then may say something else. Your words are below."),
    url_name="understanding:along",
    way=gettext_lazy("What seems to go along"),
    area=AREA,
)
CLOSED = Gone(
    heading=gettext_lazy("This stays with you for now"),
    said=gettext_lazy("It was put nowhere, and nobody saw it. Your words are below."),
    url_name="understanding:along",
    way=gettext_lazy("What seems to go along"),
    area=AREA,
)


@for_person
@require_POST
def respond(request: PersonRequest) -> HttpResponse:
    """What is looked at comes in the body of the form: a factor is in its owner's words, and an address is
    not the place for them. Nothing is kept here; `to` names the room that takes the words."""
    signal, factor = request.POST.get("signal", ""), request.POST.get("factor", "")
    link = _told(request, signal, factor)
    typed = typed_as(request, "text") if "to" in request.POST else []
    if link is None:
        return gone(request, GONE, typed) if typed else see_other(reverse("understanding:along"))
    offered = responses(request.keyring, factor)
    if typed and not offered:
        return gone(request, CLOSED, typed)
    if "to" not in request.POST or not offered:
        return _page(request, signal, link, RespondForm(initial={"text": name_of(factor)}), offered)
    form = RespondForm(request.POST)
    to = next((one for one in offered if one.key == request.POST["to"]), None)
    if form.is_valid() and to:
        try:
            return see_other(to.take(request, form.cleaned_data["text"]))
        except Full:
            form.add_error(
                "text", _("There is no place left there. You may shorten what stands there first.")
            )
    return _page(request, signal, link, form, offered, status=HTTPStatus.UNPROCESSABLE_ENTITY)


def _told(request: PersonRequest, signal: str, factor: str) -> LinkV1 | None:
    """The finding as it stands now; a response is offered to what is told, and to nothing else."""
    some = next((one.links for one in found(request.keyring).signals if one.key == signal), ())
    return next((one for one in some if one.factor == factor and one.state == "supported"), None)


def _page(
    request: PersonRequest,
    signal: str,
    link: LinkV1,
    form: RespondForm,
    offered: tuple[Response, ...],
    *,
    status: int = HTTPStatus.OK,
) -> HttpResponse:
    context: dict[str, Any] = {
        "area": AREA,
        "form": form,
        "signal": signal,
        "label": signals().get(signal, ""),
        "factor": link.factor,
        "name": name_of(link.factor),
        "more": link.effect > 0 and wished_for(link.factor),
        "offered": offered,
        "practices": practices(request.keyring),
    }
    return render(request, "understanding/respond.html", context, status=status)
