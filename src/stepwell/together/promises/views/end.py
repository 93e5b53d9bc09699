"""Stopping to make a promise."""

from uuid import UUID

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
from stepwell.ground.spaces.api import couple_of
from stepwell.ground.ui.api import Typed, gives_words_back, typed_as
from stepwell.together.promises import ending
from stepwell.together.promises.forms import EndForm
from stepwell.together.promises.models import Promise
from stepwell.together.promises.views.opened import GONE, UNPROCESSABLE, mine
from stepwell.together.promises.when import when_words


def _typed(request: PersonRequest, **_named: object) -> Typed:
    return typed_as(request, "reason")


def draft_of(promise: UUID) -> str:
    return f"promise-end-{promise}"


@for_person
@require_http_methods(["GET", "HEAD", "POST"])
@gives_words_back(GONE, _typed)
def end(request: PersonRequest, promise: UUID) -> HttpResponse:
    keyring, today, status = request.keyring, request.person.today, 200
    couple = couple_of(keyring)
    found = mine(request, couple, promise)
    over = found.ended_on is not None or found.last_day < today or found.over
    if request.method == "POST":
        form, status = EndForm(request.POST), UNPROCESSABLE
        if form.is_valid():
            try:
                ending.end(keyring, promise, today=today, **form.cleaned_data)
            except Promise.DoesNotExist:
                raise Http404 from None
            except ending.NothingToEnd:
                over = True
            else:
                drop_draft(keyring, draft_of(promise))
                return see_other(f"{reverse('promises:one', args=[promise])}?kept=end")
    else:
        form = EndForm(initial=started_from_draft(kept_draft(keyring, draft_of(promise))))
    context = {
        "promise": found,
        "when": when_words(found.said.days),
        "couple": couple,
        "over": over,
        "form": form,
        "draft": draft_of(promise),
        "area": "together",
    }
    return render(request, "promises/end.html", context, status=status)
