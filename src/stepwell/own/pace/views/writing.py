"""Writing on a leaf, letting a second wording go, and emptying a leaf."""

from contextlib import suppress
from typing import Any
from uuid import UUID

from django.http import HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.views.decorators.http import require_http_methods, require_POST

from stepwell.ground.people.api import (
    PersonRequest,
    drop_draft,
    for_person,
    kept_draft,
    see_other,
    started_from_draft,
)
from stepwell.own.pace import keeping, showing
from stepwell.own.pace.forms import FORMS, LeafForm
from stepwell.own.pace.lines import differing, parts
from stepwell.own.pace.page_words import LEDES, TITLES
from stepwell.own.pace.views.opened import AREA, CONFLICT, UNPROCESSABLE, draft_of, known


@for_person
@require_http_methods(["GET", "HEAD", "POST"])
def write(request: PersonRequest, leaf: str) -> HttpResponse:
    keyring, key = request.keyring, known(leaf)
    if request.method != "POST":
        kept, draft = keeping.leaf_of(keyring, key), kept_draft(keyring, draft_of(key))
        start = started_from_draft(draft) if draft else dict(kept.said)
        form = FORMS[key](initial={"revision": str(kept.revision), **start})
        return _page(request, key, form, back=draft is not None)
    form = FORMS[key](request.POST)
    if not form.is_valid():
        return _page(request, key, form, status=UNPROCESSABLE)
    try:
        keeping.keep(keyring, key, form.said(), revision=form.cleaned_data["revision"])
    except keeping.ChangedElsewhere:
        return _both(request, key, form)
    drop_draft(keyring, draft_of(key))
    return see_other(f"{reverse('pace:leaf', args=[key])}?kept")


def _both(request: PersonRequest, leaf: str, sent: LeafForm) -> HttpResponse:
    """Both wordings on one page, and the form as it was sent, now standing on the newer revision."""
    now = keeping.leaf_of(request.keyring, leaf)
    again = request.POST.copy()
    again["revision"] = str(now.revision)
    both = differing(leaf, now.said, sent.said())
    return _page(request, leaf, FORMS[leaf](again), status=CONFLICT, both=both)


def _page(
    request: PersonRequest,
    leaf: str,
    form: LeafForm,
    *,
    status: int = 200,
    back: bool = False,
    both: Any = None,
) -> HttpResponse:
    context = {
        "form": form,
        "leaf": leaf,
        "heading": TITLES[leaf],
        "lede": LEDES[leaf],
        "shown": any(line.leaf == leaf for _, line in showing.mine(request.keyring)),
        "back": back,
        "both": both,
        "draft": draft_of(leaf),
        "area": AREA,
    }
    return render(request, "pace/write.html", context, status=status)


@for_person
@require_POST
def let_go(request: PersonRequest, leaf: str) -> HttpResponse:
    """Pressed twice it is pressed once."""
    key, asked = known(leaf), request.POST.get("wording", "")
    with suppress(ValueError):
        keeping.let_go(request.keyring, key, UUID(asked))
    return see_other(reverse("pace:leaf", args=[key]))


@for_person
@require_http_methods(["GET", "HEAD", "POST"])
def empty(request: PersonRequest, leaf: str) -> HttpResponse:
    keyring, key = request.keyring, known(leaf)
    if request.method == "POST":
        keeping.empty(keyring, key)
        drop_draft(keyring, draft_of(key))
        return see_other(f"{reverse('pace:leaf', args=[key])}?kept")
    kept = keeping.leaf_of(keyring, key)
    context = {
        "leaf": key,
        "heading": TITLES[key],
        "parts": parts(key, kept.said),
        "aside": [parts(key, other.said) for other in kept.aside],
        "shown": any(line.leaf == key for _, line in showing.mine(keyring)),
        "area": AREA,
    }
    return render(request, "pace/empty.html", context)
