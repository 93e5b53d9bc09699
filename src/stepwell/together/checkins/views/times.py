"""When a person likes to be invited: their own times, and times that hold for two while both say yes."""

from typing import Any
from uuid import UUID

from django.http import Http404, HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.views.decorators.http import require_POST, require_safe

from stepwell.ground.people.api import PersonRequest, for_person, see_other
from stepwell.ground.spaces.api import Couple, NotNow, couple_of
from stepwell.together.checkins import own
from stepwell.together.checkins import times as verbs
from stepwell.together.checkins.models import Times
from stepwell.together.checkins.times_form import TimesForm, days_in_words


@for_person
@require_safe
def times(request: PersonRequest) -> HttpResponse:
    return _page(request)


@for_person
@require_POST
def add(request: PersonRequest) -> HttpResponse:
    form = TimesForm(request.POST)
    if not form.is_valid():
        return _page(request, form=form, status=422)
    try:
        verbs.add_own(request.keyring, form.cleaned_data["at"], form.cleaned_data["weekdays"])
    except verbs.EnoughTimes:
        form.add_error(None, verbs.enough_words())
        return _page(request, form=form, status=422)
    return _back()


@for_person
@require_POST
def remove(request: PersonRequest, times: UUID) -> HttpResponse:
    try:
        verbs.remove_own(request.keyring, times)
    except Times.DoesNotExist:
        raise Http404 from None
    return _back()


@for_person
@require_POST
def suggest(request: PersonRequest) -> HttpResponse:
    couple = _couple(request)
    form = TimesForm(request.POST, prefix="two")
    if not form.is_valid():
        return _page(request, form_for_two=form, status=422)
    try:
        verbs.suggest(request.keyring, couple, form.cleaned_data["at"], form.cleaned_data["weekdays"])
    except NotNow:
        return _page(request, form_for_two=form)
    return _back()


@for_person
@require_POST
def accept(request: PersonRequest, times: UUID) -> HttpResponse:
    couple = _couple(request)
    try:
        verbs.say_yes(request.keyring, couple, times)
    except Times.DoesNotExist:
        raise Http404 from None
    except NotNow:
        return _page(request)
    return _back()


@for_person
@require_POST
def take_back(request: PersonRequest, times: UUID) -> HttpResponse:
    couple = _couple(request)
    try:
        verbs.take_back(request.keyring, couple, times)
    except Times.DoesNotExist:
        if not couple.paused:
            raise Http404 from None
    return see_other(reverse("checkins:times") + ("?back" if couple.paused else ""))


@for_person
@require_POST
def take_all_back(request: PersonRequest) -> HttpResponse:
    """For a page that draws no times: it says the same whether there were any, and what the other said."""
    verbs.take_all_back(request.keyring, _couple(request))
    return see_other(reverse("checkins:times") + "?back")


@for_person
@require_POST
def put_aside(request: PersonRequest, times: UUID) -> HttpResponse:
    """No answer to anybody: only out of this person's own sight."""
    couple = _couple(request)
    if couple.paused:
        return _back()
    suggested = verbs.for_two(request.keyring, couple).theirs
    if suggested is None or suggested.id != times:
        raise Http404
    own.put_out_of_sight(request.keyring, times)
    return _back()


def _couple(request: PersonRequest) -> Couple:
    couple = couple_of(request.keyring)
    if couple is None:
        raise Http404
    return couple


def _back() -> HttpResponse:
    return see_other(reverse("checkins:times"))


def _page(
    request: PersonRequest,
    *,
    form: TimesForm | None = None,
    form_for_two: TimesForm | None = None,
    status: int = 200,
) -> HttpResponse:
    couple = couple_of(request.keyring)
    context: dict[str, Any] = {
        "own": [(row, days_in_words(row.weekdays)) for row in verbs.own_times(request.keyring)],
        "form": form or TimesForm(),
        "couple": couple,
        "zone": request.person.zone.key.replace("_", " "),
    }
    if couple is not None and couple.paused:
        # Nothing of times for two is drawn that the other could change meanwhile.
        context["taken_back"] = "back" in request.GET
    elif couple is not None:
        two = verbs.for_two(request.keyring, couple)
        told = {"agreed": two.agreed, "mine": two.mine, "theirs": two.theirs}
        context |= {name: row and (row, days_in_words(row.weekdays)) for name, row in told.items()}
        context["form_for_two"] = form_for_two or TimesForm(prefix="two")
    return render(request, "checkins/times.html", context, status=status)
