"""What stands for this time, what is asked, asking, saying yes, and taking back."""

from datetime import timedelta
from http import HTTPStatus
from uuid import UUID

from django.http import HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext_lazy
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from stepwell.ground.people.api import (
    PersonRequest,
    begun,
    draft_begun,
    drop_draft,
    for_person,
    keep_begun,
    kept_at,
    kept_draft,
    see_other,
    started_from_draft,
)
from stepwell.ground.spaces.api import Couple, NotNow, couple_of
from stepwell.ground.ui.api import Gone as GonePage
from stepwell.ground.ui.api import gone as given_back
from stepwell.ground.ui.api import typed_as
from stepwell.together.consent import asking, standing
from stepwell.together.consent.content import AskingV1
from stepwell.together.consent.forms import AskForm, YesForm
from stepwell.together.consent.limits import Gone, Later
from stepwell.together.consent.page_words import ASKED, FROM, NOTHING, RESTS, STANDS

AREA = "together"
DRAFT = "consent-ask"
CONFLICT, UNPROCESSABLE = 409, 422
# Said by an open page that exchanges its own parts: it needs no frame.
IN_PLACE = "X-In-Place"
GONE = GonePage(
    heading=gettext_lazy("There is nothing here any more"),
    said=gettext_lazy("It may have ended, or the space may rest. Nothing was sent."),
    url_name="consent:page",
    way=gettext_lazy("To this time"),
)


@for_person
@require_safe
def page(request: PersonRequest) -> HttpResponse:
    keyring = request.keyring
    couple = couple_of(keyring)
    asking.visit(keyring, couple)
    context: dict[str, object] = {
        "area": AREA,
        "couple": couple,
        "saved": draft_begun(request, DRAFT) if request.GET.get("kept") == "ask" else "",
        "whole": "live/bare.html" if IN_PLACE in request.headers else "ui/page.html",
    }
    if couple and not couple.paused:
        there = standing.stands(keyring, couple)
        theirs = None if there else asking.theirs(keyring, couple)
        context |= {
            "open": True,
            "there": there,
            "told": STANDS if there else FROM.format(name=couple.partner_name) if theirs else NOTHING,
            "left": max(1, int((there.until - timezone.now()).total_seconds())) if there else 0,
            "mine": None if there else asking.mine(keyring, couple),
            "theirs": theirs,
        }
    return render(request, "consent/page.html", context)


@for_person
@require_http_methods(["GET", "HEAD", "POST"])
def ask(request: PersonRequest) -> HttpResponse:
    keyring = request.keyring
    couple = couple_of(keyring)
    if couple is None or couple.paused:
        return _gone(request) if request.method == "POST" else _to_page()
    asking.visit(keyring, couple)
    if request.method != "POST":
        if asking.mine(keyring, couple) or standing.stands(keyring, couple):
            return _to_page()
        kept = started_from_draft(kept_draft(keyring, draft_begun(request, DRAFT)))
        return _ask_page(request, couple, AskForm(initial=kept))
    form = AskForm(request.POST)
    if not form.is_valid():
        return _ask_page(request, couple, form, UNPROCESSABLE)
    said = form.cleaned_data
    until = timezone.now() + timedelta(hours=said["hours"])
    try:
        if not asking.ask(keyring, couple, AskingV1(what=said["what"], outs=said["outs"], until=until)):
            form.add_error(None, ASKED)
            return _ask_page(request, couple, form, CONFLICT)
    except NotNow:
        form.add_error(None, RESTS)
        return _ask_page(request, couple, form, UNPROCESSABLE)
    except Later:
        return _later(request, draft_begun(request, DRAFT))
    drop_draft(keyring, draft_begun(request, DRAFT))
    return see_other(kept_at(request, reverse("consent:page"), "ask"))


def _ask_page(request: PersonRequest, couple: Couple, form: AskForm, status: int = 200) -> HttpResponse:
    context = {
        "form": form,
        "couple": couple,
        "draft": draft_begun(request, DRAFT),
        "begun": begun(request),
        "area": AREA,
    }
    return render(request, "consent/ask.html", context, status=status)


@for_person
@require_http_methods(["GET", "HEAD", "POST"])
def asked(request: PersonRequest, asked: UUID) -> HttpResponse:
    """What comes of a yes shows on the next page; one that does not count yet looks like one that waits."""
    keyring = request.keyring
    couple = couple_of(keyring)
    if couple is None or couple.paused:
        return _gone(request)
    asking.visit(keyring, couple)
    there = asking.theirs(keyring, couple)
    if there is None or there.id != asked:
        return _answered(request, couple, asked)
    if request.method != "POST":
        kept = started_from_draft(kept_draft(keyring, _draft_of(asked)))
        return _asked_page(request, couple, there, YesForm(initial=kept))
    form = YesForm(request.POST)
    if not form.is_valid():
        return _asked_page(request, couple, there, form, UNPROCESSABLE)
    try:
        asking.say_yes(keyring, couple, asked, outs=form.cleaned_data["outs"])
    except Gone:
        return _answered(request, couple, asked)
    except Later:
        return _later(request, _draft_of(asked))
    except NotNow:
        form.add_error(None, RESTS)
        return _asked_page(request, couple, there, form, UNPROCESSABLE)
    drop_draft(keyring, _draft_of(asked))
    return _to_page()


def _draft_of(asked: UUID) -> str:
    return f"consent-yes-{asked}"


def _answered(request: PersonRequest, couple: Couple, asked: UUID) -> HttpResponse:
    """Pressed twice it stands already; whatever else became of it is not there."""
    found = standing.stands(request.keyring, couple)
    return _to_page() if found and found.asking == asked else _gone(request)


def _asked_page(
    request: PersonRequest, couple: Couple, there: asking.Asked, form: YesForm, status: int = 200
) -> HttpResponse:
    context = {
        "form": form,
        "couple": couple,
        "asked": there.asked,
        "id": there.id,
        "said": there.said,
        "draft": _draft_of(there.id),
        "area": AREA,
    }
    return render(request, "consent/asked.html", context, status=status)


@for_person
@require_POST
def take_back(request: PersonRequest) -> HttpResponse:
    """One tap, no question. Where there is nothing to take back it is taken back already."""
    couple = couple_of(request.keyring)
    if couple:
        asking.take_back(request.keyring, couple)
    return HttpResponse(status=HTTPStatus.NO_CONTENT) if IN_PLACE in request.headers else _to_page()


def _to_page() -> HttpResponse:
    return see_other(reverse("consent:page"))


def _gone(request: PersonRequest) -> HttpResponse:
    """Ended, taken back, not theirs or never there: one and the same page, with what they typed."""
    return given_back(request, GONE, typed_as(request, "what", "outs"))


def _later(request: PersonRequest, draft: str) -> HttpResponse:
    """What was typed is there again when they come back."""
    keep_begun(
        request.keyring, draft, {name: request.POST.getlist(name) for name in ("what", "outs", "hours")}
    )
    return render(request, "ui/later.html", {"area": AREA, "back": reverse("consent:page")})
