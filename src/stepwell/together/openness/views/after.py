"""How it was, said by each alone. Whether the other said anything shows nowhere."""

from contextlib import suppress
from uuid import UUID

from django.http import Http404, HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_http_methods

from stepwell.ground.people.api import PersonRequest, for_person
from stepwell.together.openness import afterwards
from stepwell.together.openness.forms import AfterForm
from stepwell.together.openness.limits import Gone
from stepwell.together.openness.views.opened import UNPROCESSABLE, couple_or_none, open_couple, to_ladder


@for_person
@require_http_methods(["GET", "HEAD", "POST"])
def after(request: PersonRequest, opening: UUID) -> HttpResponse:
    if request.method == "POST":
        return _say(request, opening)
    return _page(request, opening, AfterForm())


def _say(request: PersonRequest, opening: UUID) -> HttpResponse:
    """Pressed twice it is said once; what is there no more is nobody's to ask about."""
    couple = open_couple(request)
    form = AfterForm(request.POST if request.POST.get("do") != "leave" else {"went": "unsaid"})
    if couple is None:
        return to_ladder()
    if not form.is_valid():
        return _page(request, opening, form, UNPROCESSABLE)
    with suppress(Gone):
        afterwards.say(request.keyring, couple, opening, **form.cleaned_data, day=request.person.today)
    return to_ladder()


def _page(request: PersonRequest, opening: UUID, form: AfterForm, status: int = 200) -> HttpResponse:
    couple = couple_or_none(request)
    try:
        one = afterwards.one(request.keyring, couple, opening)
    except Gone:
        raise Http404 from None
    context = {"one": one, "form": form, "couple": couple, "area": "together"}
    return render(request, "openness/after.html", context, status=status)
