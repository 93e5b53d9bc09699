"""One's own part: written in peace, changed, let go."""

from typing import Any

from django.http import HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.views.decorators.http import require_http_methods

from stepwell.ground.people.api import PersonRequest, drop_draft, for_person, kept_draft, see_other
from stepwell.ground.spaces.api import couple_of
from stepwell.together.repair import keeping
from stepwell.together.repair.content import OwnV1
from stepwell.together.repair.errors import ChangedElsewhere
from stepwell.together.repair.forms import PartForm
from stepwell.together.repair.page_words import CHANGED
from stepwell.together.repair.shelf import shown
from stepwell.together.repair.views.opened import AREA, CONFLICT, DRAFT, UNPROCESSABLE

NAMES = ("signs", "helps", "worse", "word", "back")


@for_person
@require_http_methods(["GET", "HEAD", "POST"])
def mine(request: PersonRequest) -> HttpResponse:
    alone = couple_of(request.keyring) is None
    if request.method != "POST":
        return _page(request, PartForm(initial=_begun(request), alone=alone))
    form = PartForm(request.POST, alone=alone)
    if not form.is_valid():
        return _page(request, form, status=UNPROCESSABLE)
    revision = form.cleaned_data["revision"]
    try:
        keeping.keep(request.keyring, form.part(), revision=revision, today=request.person.today)
    except ChangedElsewhere as changed:
        again = request.POST.copy()
        again["revision"] = str(changed.kept.revision)
        form = PartForm(again, alone=alone)
        # As an error of the form: beside one, a browser's draft leaves what the page holds as it is.
        form.add_error(None, CHANGED)
        return _page(request, form, stands=changed.kept.part, status=CONFLICT)
    drop_draft(request.keyring, DRAFT)
    return see_other(f"{reverse('repair:plan')}?kept=1")


def _begun(request: PersonRequest) -> dict[str, Any]:
    """As it is kept; a word that the other suggested stands there too, where one has none."""
    kept: OwnV1 | None = keeping.mine(request.keyring)
    begun: dict[str, Any] = {name: getattr(kept.part, name) for name in NAMES} if kept else {}
    offer = shown(request.keyring, couple_of(request.keyring)).offer
    if offer:
        begun["word"] = begun.get("word") or offer.word
        begun["back"] = begun.get("back") or offer.back
    draft = kept_draft(request.keyring, DRAFT) or {}
    return {
        **begun,
        "revision": kept.revision if kept else 0,
        **{name: values[0] for name, values in draft.items() if values},
    }


def _page(request: PersonRequest, form: PartForm, *, status: int = 200, **more: Any) -> HttpResponse:
    context = {"form": form, "draft": DRAFT, "couple": couple_of(request.keyring), "area": AREA, **more}
    return render(request, "repair/mine.html", context, status=status)


@for_person
@require_http_methods(["GET", "HEAD", "POST"])
def delete(request: PersonRequest) -> HttpResponse:
    """Pressed twice it is done once."""
    if request.method == "POST":
        keeping.delete(request.keyring)
        drop_draft(request.keyring, DRAFT)
        return see_other(reverse("repair:plan"))
    kept = keeping.mine(request.keyring)
    return render(request, "repair/delete.html", {"part": kept.part if kept else None, "area": AREA})
