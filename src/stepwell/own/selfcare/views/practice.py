"""One practice, and what somebody keeps of it afterwards, if they like."""

from typing import Any

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST, require_safe

from stepwell.ground.people.api import (
    PersonRequest,
    drop_draft,
    for_anyone,
    for_person,
    kept_draft,
    see_other,
    started_from_draft,
)
from stepwell.own.selfcare import afters
from stepwell.own.selfcare.forms import AfterForm
from stepwell.own.selfcare.keeping import EnoughForToday
from stepwell.own.selfcare.practice import Practice
from stepwell.own.selfcare.practices import BY_KEY
from stepwell.own.selfcare.unsigned import practice_context
from stepwell.own.selfcare.views.opened import TOO_MANY, UNPROCESSABLE, can_keep, kept_at, way_back


def draft_of(practice: Practice) -> str:
    return f"after-{practice.key}"


@for_anyone
@require_safe
def practice(request: HttpRequest, practice: str) -> HttpResponse:
    found = _practice(practice)
    if not can_keep(request) or "kept" in request.GET:
        saved = draft_of(found) if can_keep(request) and "kept" in request.GET else ""
        return _page(request, found, None, saved=saved, kept=bool(saved))
    draft = None if "empty" in request.GET else kept_draft(request.keyring, draft_of(found))
    form = AfterForm(initial=started_from_draft(draft) if draft else None)
    return _page(request, found, form, back=draft is not None)


@for_person
@require_POST
def after(request: PersonRequest, practice: str) -> HttpResponse:
    found = _practice(practice)
    form = AfterForm(request.POST)
    if not form.is_valid():
        return _page(request, found, form, status=UNPROCESSABLE)
    try:
        afters.keep(
            request.keyring,
            form_id=form.cleaned_data["form_id"],
            practice=found.key,
            helped=form.cleaned_data["helped"] or None,
            note=form.cleaned_data["note"],
            now=timezone.now().astimezone(request.person.zone),
        )
    except EnoughForToday:
        form.add_error(
            None,
            _("As much is kept for today as one day holds. Your words are still here."),
        )
        return _page(request, found, form, status=TOO_MANY)
    drop_draft(request.keyring, draft_of(found))
    return see_other(kept_at(reverse("selfcare:practice", args=[found.key]), way_back(request)))


def _practice(key: str) -> Practice:
    if key not in BY_KEY:
        raise Http404
    return BY_KEY[key]


def _page(
    request: HttpRequest, practice: Practice, form: AfterForm | None, *, status: int = 200, **more: Any
) -> HttpResponse:
    context = {
        **practice_context(practice),
        "form": form,
        "draft": draft_of(practice),
        "then": way_back(request),
        **more,
    }
    return render(request, "selfcare/practice.html", context, status=status)
