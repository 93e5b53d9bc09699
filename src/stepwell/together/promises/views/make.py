"""Making a promise, to the other or to oneself."""

from django.http import HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.views.decorators.http import require_http_methods

from stepwell.ground.people.api import (
    PersonRequest,
    begun,
    draft_begun,
    drop_draft,
    for_person,
    kept_at,
    kept_draft,
    see_other,
    started_from_draft,
)
from stepwell.ground.spaces.api import Couple, NotNow, couple_of
from stepwell.together.promises import making
from stepwell.together.promises.forms import PromiseForm
from stepwell.together.promises.views.opened import REFUSED, UNPROCESSABLE, why

DRAFT = "promise"


@for_person
@require_http_methods(["GET", "HEAD", "POST"])
def make(request: PersonRequest) -> HttpResponse:
    keyring = request.keyring
    couple = couple_of(keyring)
    open_couple = couple if couple and not couple.paused else None
    partner, today, status = open_couple.partner_name if open_couple else "", request.person.today, 200
    name = draft_begun(request, DRAFT)
    if request.method == "POST":
        form, status = PromiseForm(request.POST, today=today, partner=partner), UNPROCESSABLE
        if form.is_valid():
            try:
                made = _make(request, form, couple)
            except REFUSED as refused:
                words, status = why(refused)
                form.add_error(None, words)
            else:
                drop_draft(keyring, name)
                return see_other(kept_at(request, reverse("promises:one", args=[made]), "new"))
    else:
        draft = started_from_draft(kept_draft(keyring, name), {"weekdays"})
        form = PromiseForm(initial=draft, today=today, partner=partner)
    context = {
        "form": form,
        "resting": couple is not None and couple.paused,
        "draft": name,
        "begun": begun(request),
        "area": "together",
    }
    return render(request, "promises/make.html", context, status=status)


def _make(request: PersonRequest, form: PromiseForm, couple: Couple | None) -> object:
    to_other = request.POST.get("who") == "both"
    if to_other and not form.partner:
        # The page still had a seat for the other: it is not turned into a promise to oneself unseen.
        raise NotNow("rests" if couple else "over")
    return making.make(
        request.keyring,
        form_id=form.cleaned_data["form_id"],
        what=form.cleaned_data["what"],
        days=form.days(),
        today=form.today,
        to_other=to_other,
        couple=couple,
    )
