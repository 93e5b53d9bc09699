"""The numbers of one day."""

from datetime import date, timedelta
from typing import Any

from django.http import Http404, HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.views.decorators.http import require_http_methods

from stepwell.ground.people.api import (
    PersonRequest,
    drop_draft,
    for_person,
    kept_draft,
    see_other,
    started_from_draft,
)
from stepwell.own.selfcare import days, following
from stepwell.own.selfcare.content import DayV1
from stepwell.own.selfcare.forms import NumbersForm, nothing_yet
from stepwell.own.selfcare.views.opened import CONFLICT, UNPROCESSABLE

# Longer ago it would be a guess. What was written then can still be corrected.
BACK = timedelta(days=31)


def draft_of(day: date) -> str:
    return f"signs-{day.isoformat()}"


@for_person
@require_http_methods(["GET", "HEAD", "POST"])
def day(request: PersonRequest, day: str) -> HttpResponse:
    keyring = request.keyring
    found = _day(request, day)
    kept = days.of_day(keyring, found) or DayV1(ratings={}, revision=0)
    signs = _signs(request, kept)
    if request.method != "POST":
        draft = None if {"empty", "kept"} & request.GET.keys() else kept_draft(keyring, draft_of(found))
        started = {"revision": kept.revision, **kept.ratings}
        form = NumbersForm(initial=started | (started_from_draft(draft) if draft else {}), signs=signs)
        return _page(request, found, form, kept="kept" in request.GET, back=draft is not None)
    form = NumbersForm(request.POST, signs=signs)
    if form.is_valid() and not kept.ratings and not any(v is not None for v in form.ratings().values()):
        form.add_error(None, nothing_yet())
    if not form.is_valid():
        return _page(request, found, form, status=UNPROCESSABLE)
    try:
        days.put(keyring, found, form.ratings(), revision=form.cleaned_data["revision"])
    except days.ChangedElsewhere as changed:
        return _changed(request, found, form, changed.kept)
    drop_draft(keyring, draft_of(found))
    return see_other(reverse("selfcare:day", args=[found.isoformat()]) + "?kept=1")


def _day(request: PersonRequest, asked: str) -> date:
    """A day of the last weeks, or one that has numbers; any other is none."""
    today = request.person.today
    try:
        found = date.fromisoformat(asked)
    except ValueError:
        raise Http404 from None
    if found.isoformat() != asked or found > today:
        raise Http404
    if today - found > BACK and days.of_day(request.keyring, found) is None:
        raise Http404
    return found


def _signs(request: PersonRequest, kept: DayV1) -> list[following.Followed]:
    """What is followed now, and what that day has a number for."""
    known = following.signs(request.keyring)
    return [sign for sign in known if sign.followed or sign.key in kept.ratings]


def _changed(request: PersonRequest, found: date, form: NumbersForm, kept: DayV1) -> HttpResponse:
    """What stands there now and what was sent, on one page; the form now stands on the newer revision."""
    again = request.POST.copy()
    again["revision"] = str(kept.revision)
    stands = [(sign.label, kept.ratings.get(sign.key)) for sign in form.signs]
    bound = NumbersForm(again, signs=form.signs)
    return _page(request, found, bound, status=CONFLICT, stands=stands)


def _page(
    request: PersonRequest,
    found: date,
    form: NumbersForm,
    *,
    status: int = 200,
    kept: bool = False,
    **more: Any,
) -> HttpResponse:
    today = request.person.today
    context = {
        "day": found,
        "form": form,
        "before": found - timedelta(days=1) if today - found < BACK else None,
        "next": found + timedelta(days=1) if found < today else None,
        "kept": kept,
        "draft": draft_of(found),
        "saved": draft_of(found) if kept else "",
        "area": "mine",
        **more,
    }
    return render(request, "selfcare/day.html", context, status=status)
