"""Stop, and come back to the room; how it is now, and what fits."""

from typing import Any

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST, require_safe

from stepwell.ground.people.api import PersonRequest, for_anyone, for_person, see_other
from stepwell.own.selfcare import gauges
from stepwell.own.selfcare.forms import GaugeForm
from stepwell.own.selfcare.keeping import EnoughForToday
from stepwell.own.selfcare.practice import STATES, State
from stepwell.own.selfcare.unsigned import pause_context, state_context
from stepwell.own.selfcare.views.opened import TOO_MANY, UNPROCESSABLE, can_keep, kept_at, way_back


@for_anyone
@require_safe
def pause(request: HttpRequest) -> HttpResponse:
    """One page that is enough by itself: the same for everybody, so that a browser may hold it offline."""
    context = {**pause_context(), "then": way_back(request), "signed_in": can_keep(request)}
    return render(request, "selfcare/pause.html", context)


@for_anyone
@require_safe
def now(request: HttpRequest, state: str) -> HttpResponse:
    found = _state(state)
    if not can_keep(request):
        return _now_page(request, found, None)
    kept = "kept" in request.GET
    form = None if kept else GaugeForm(with_distress=found == "over", initial={"then": way_back(request)})
    person = kept and gauges.often_a_lot(request.keyring)
    return _now_page(request, found, form, kept=kept, person=person)


@for_person
@require_POST
def keep(request: PersonRequest, state: str) -> HttpResponse:
    found = _state(state)
    form = GaugeForm(request.POST, with_distress=found == "over")
    if not form.is_valid():
        return _now_page(request, found, form, status=UNPROCESSABLE)
    try:
        gauges.keep(
            request.keyring,
            form_id=form.cleaned_data["form_id"],
            state=found,
            distress=form.cleaned_data.get("distress"),
            now=timezone.now().astimezone(request.person.zone),
        )
    except EnoughForToday:
        form.add_error(None, _("As much is kept for today as one day holds. What helps is below, as always."))
        return _now_page(request, found, form, status=TOO_MANY)
    return see_other(kept_at(reverse("selfcare:now", args=[found]), way_back(request)))


def _state(asked: str) -> State:
    found = next((state for state in STATES if state == asked), None)
    if found is None:
        raise Http404
    return found


def _now_page(
    request: HttpRequest, state: State, form: GaugeForm | None, *, status: int = 200, **more: Any
) -> HttpResponse:
    context = {**state_context(state), "form": form, "then": way_back(request), **more}
    return render(request, "selfcare/now.html", context, status=status)
