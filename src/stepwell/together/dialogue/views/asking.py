"""Asking for a talk, taking that back, and saying yes to one."""

from uuid import UUID

from django.http import HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.views.decorators.http import require_http_methods, require_POST

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
from stepwell.together.dialogue import asking
from stepwell.together.dialogue.content import AskingV1
from stepwell.together.dialogue.forms import AskForm
from stepwell.together.dialogue.holding import current
from stepwell.together.dialogue.limits import Later
from stepwell.together.dialogue.page_words import ASKED, RESTS
from stepwell.together.dialogue.views.opened import (
    AREA,
    CONFLICT,
    UNPROCESSABLE,
    gone,
    later,
    to_list,
    to_talk,
)

DRAFT = "talk-ask"


@for_person
@require_http_methods(["GET", "HEAD", "POST"])
def ask(request: PersonRequest) -> HttpResponse:
    couple = couple_of(request.keyring)
    if couple is None:
        return gone(request) if request.method == "POST" else to_list()
    if request.method != "POST":
        there = asking.mine(request.keyring, couple) or current(request.keyring, couple)
        return to_list() if there else _empty(request, couple)
    form = AskForm(request.POST, other=couple.partner_name)
    if not form.is_valid():
        return _page(request, couple, form, UNPROCESSABLE)
    try:
        if current(request.keyring, couple):
            raise NotNow("talk")
        if not asking.ask(request.keyring, couple, _asked(request, couple, form)):
            form.add_error(None, ASKED)
            return _page(request, couple, form, CONFLICT)
    except NotNow:
        form.add_error(None, RESTS)
        return _page(request, couple, form, UNPROCESSABLE)
    drop_draft(request.keyring, draft_begun(request, DRAFT))
    return see_other(kept_at(request, reverse("dialogue:list"), "ask"))


def _asked(request: PersonRequest, couple: Couple, form: AskForm) -> AskingV1:
    said = form.cleaned_data
    return AskingV1(
        topic=said["topic"],
        minutes=said["minutes"],
        way=said["way"],
        devices=said["devices"],
        first=request.keyring.person_id if said["first"] == "me" else couple.partner_id,
        asked_on=request.person.today,
    )


def _empty(request: PersonRequest, couple: Couple) -> HttpResponse:
    started = started_from_draft(kept_draft(request.keyring, draft_begun(request, DRAFT)))
    return _page(request, couple, AskForm(initial=started, other=couple.partner_name))


def _page(request: PersonRequest, couple: Couple, form: AskForm, status: int = 200) -> HttpResponse:
    context = {
        "form": form,
        "couple": couple,
        "draft": draft_begun(request, DRAFT),
        "begun": begun(request),
        "area": AREA,
    }
    return render(request, "dialogue/ask.html", context, status=status)


@for_person
@require_POST
def take_back(request: PersonRequest) -> HttpResponse:
    couple = couple_of(request.keyring)
    if couple:
        asking.take_back(request.keyring, couple)
    return to_list()


@for_person
@require_POST
def yes(request: PersonRequest, asked: UUID) -> HttpResponse:
    """What comes of it shows on the next page; a yes that does not count yet looks like one that waits."""
    couple = couple_of(request.keyring)
    if couple is None:
        return to_list()
    try:
        talk = asking.say_yes(request.keyring, couple, asked)
    except NotNow:
        return to_list()
    except Later:
        return later(request, reverse("dialogue:list"))
    return to_talk(talk) if talk else to_list()


@for_person
@require_POST
def no_more(request: PersonRequest, asked: UUID) -> HttpResponse:
    asking.not_any_more(request.keyring, asked)
    return to_list()
