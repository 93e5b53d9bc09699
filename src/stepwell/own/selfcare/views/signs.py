"""Names for what many people notice, which of them to follow, and one's own words for them."""

from typing import Any

from django.http import Http404, HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.utils.translation import gettext as _
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
from stepwell.own.selfcare.forms import FollowForm, NamesForm
from stepwell.own.selfcare.views.opened import UNPROCESSABLE

DRAFT = "signs"
DRAFT_OF_WORDS = "signs-words"


@for_person
@require_http_methods(["GET", "HEAD", "POST"])
def signs(request: PersonRequest) -> HttpResponse:
    known = following.signs(request.keyring)
    status = 200
    if request.method == "POST":
        form = FollowForm(request.POST, signs=known)
        if form.is_valid():
            try:
                given = form.cleaned_data
                following.follow(request.keyring, given["follow"], new=given["new"])
            except following.TooMany:
                said = _("There are {n} already, and that is as many as fit. You may forget one first.")
                form.add_error("new", said.format(n=following.MOST))
            else:
                drop_draft(request.keyring, DRAFT)
                return see_other(reverse("selfcare:signs") + "?kept=1")
        status = UNPROCESSABLE
    else:
        form = FollowForm(signs=known, initial=_started(request, DRAFT, ("follow",)))
    context = {
        "form": form,
        "any": any(sign.followed for sign in known),
        "today": request.person.today,
        "kept": "kept" in request.GET,
        "draft": DRAFT,
        "saved": DRAFT if "kept" in request.GET else "",
        "area": "mine",
    }
    return render(request, "selfcare/signs.html", context, status=status)


@for_person
@require_http_methods(["GET", "HEAD", "POST"])
def words(request: PersonRequest) -> HttpResponse:
    known = following.followed(request.keyring)
    status = 200
    if request.method == "POST":
        form = NamesForm(request.POST, signs=known)
        if form.is_valid():
            following.rename(request.keyring, form.names())
            drop_draft(request.keyring, DRAFT_OF_WORDS)
            return see_other(reverse("selfcare:words") + "?kept=1")
        status = UNPROCESSABLE
    else:
        form = NamesForm(signs=known, initial=_started(request, DRAFT_OF_WORDS))
    context = {
        "form": form,
        "rows": [(sign, form[sign.key]) for sign in known],
        "kept": "kept" in request.GET,
        "draft": DRAFT_OF_WORDS,
        "saved": DRAFT_OF_WORDS if "kept" in request.GET else "",
        "area": "mine",
    }
    return render(request, "selfcare/words.html", context, status=status)


@for_person
@require_http_methods(["GET", "HEAD", "POST"])
def forget(request: PersonRequest) -> HttpResponse:
    """Ask first: name and numbers of one sign cannot be brought back."""
    given = request.POST if request.method == "POST" else request.GET
    sign = next((one for one in following.signs(request.keyring) if one.key == given.get("sign")), None)
    if sign is None:
        raise Http404
    if request.method == "POST":
        days.forget(request.keyring, sign.key)
        following.forget(request.keyring, sign.key)
        return see_other(reverse("selfcare:signs"))
    return render(request, "selfcare/forget.html", {"sign": sign, "area": "mine"})


def _started(request: PersonRequest, draft: str, several: tuple[str, ...] = ()) -> dict[str, Any] | None:
    found = None if "empty" in request.GET else kept_draft(request.keyring, draft)
    return started_from_draft(found, several) if found else None
