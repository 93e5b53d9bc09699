"""Prompts in one's own words. Nobody sees them before their owner asks to be heard with one."""

from uuid import UUID

from django.http import Http404, HttpResponse
from django.shortcuts import render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods

from stepwell.ground.people.api import PersonRequest, drop_draft, for_person, kept_draft, started_from_draft
from stepwell.ground.spaces.api import couple_of
from stepwell.together.openness import leaf
from stepwell.together.openness.forms import OwnForm
from stepwell.together.openness.limits import MOST_OWN, Enough
from stepwell.together.openness.page_words import DEPTHS
from stepwell.together.openness.prompts import own_of
from stepwell.together.openness.views.opened import UNPROCESSABLE, area, to_ladder

DRAFT = "openness-own"


@for_person
@require_http_methods(["GET", "HEAD", "POST"])
def write(request: PersonRequest) -> HttpResponse:
    if request.method != "POST":
        form = OwnForm(initial=started_from_draft(kept_draft(request.keyring, DRAFT)))
        return _page(request, form)
    form = OwnForm(request.POST)
    if form.is_valid():
        try:
            leaf.add(request.keyring, **form.cleaned_data)
        except Enough:
            said = _("There are %(most)d of your own, as many as fit. One can be let go first.")
            form.add_error("text", said % {"most": MOST_OWN})
        else:
            drop_draft(request.keyring, DRAFT)
            return to_ladder("own")
    return _page(request, form, UNPROCESSABLE)


def _page(request: PersonRequest, form: OwnForm, status: int = 200) -> HttpResponse:
    couple = couple_of(request.keyring)
    context = {"form": form, "draft": DRAFT, "couple": couple, "area": area(couple)}
    return render(request, "openness/write.html", context, status=status)


@for_person
@require_http_methods(["GET", "HEAD", "POST"])
def own(request: PersonRequest, own: UUID) -> HttpResponse:
    """Let it go. Pressed twice it is done once."""
    if request.method == "POST":
        leaf.let_go(request.keyring, own)
        return to_ladder()
    found = next((one for one in own_of(leaf.leaf_of(request.keyring)) if one.own == own), None)
    if found is None:
        raise Http404
    context = {"one": found, "depth": DEPTHS[found.depth], "area": area(couple_of(request.keyring))}
    return render(request, "openness/own.html", context)
