"""Asking for a time of touch, saying yes for this time, and taking either back."""

from datetime import timedelta
from uuid import UUID

from django.http import HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.utils import timezone
from django.views.decorators.http import require_http_methods, require_POST

from stepwell.ground.people.api import (
    PersonRequest,
    drop_draft,
    for_person,
    kept_draft,
    see_other,
    started_from_draft,
)
from stepwell.ground.spaces.api import Couple, NotNow, couple_of
from stepwell.together.touch import asking, session, settling
from stepwell.together.touch.content import AskingV1, PlaceV1
from stepwell.together.touch.forms import AskForm, YesForm
from stepwell.together.touch.limits import Gone, Later
from stepwell.together.touch.page_words import ASKED, RESTS, name_of, words_of
from stepwell.together.touch.place import seen
from stepwell.together.touch.views.opened import AREA, CONFLICT, UNPROCESSABLE, gone, later, to_list

DRAFT = "touch-ask"


@for_person
@require_http_methods(["GET", "HEAD", "POST"])
def ask(request: PersonRequest) -> HttpResponse:
    keyring = request.keyring
    couple = couple_of(keyring)
    if couple is None or couple.paused:
        return gone(request) if request.method == "POST" else to_list()
    settling.visit(keyring, couple)
    place = seen(keyring, couple.circle)
    if request.method != "POST":
        if asking.mine(keyring, couple) or session.agreed(keyring, couple):
            return to_list()
        begun = {"level": place.level} | (started_from_draft(kept_draft(keyring, DRAFT)) or {})
        form = AskForm(initial=begun, other=couple.partner_name, level=place.level)
        return _page(request, couple, place, form)
    form = AskForm(request.POST, other=couple.partner_name, level=place.level)
    if not form.is_valid():
        return _page(request, couple, place, form, UNPROCESSABLE)
    try:
        if not asking.ask(keyring, couple, _asked(request, couple, place, form)):
            form.add_error(None, ASKED)
            return _page(request, couple, place, form, CONFLICT)
    except NotNow:
        form.add_error(None, RESTS)
        return _page(request, couple, place, form, UNPROCESSABLE)
    except Later:
        return later(request)
    drop_draft(keyring, DRAFT)
    return see_other(f"{reverse('touch:list')}?kept=ask")


def _asked(request: PersonRequest, couple: Couple, place: PlaceV1, form: AskForm) -> AskingV1:
    said = form.cleaned_data
    return AskingV1(
        level=said["level"],
        minutes=said["minutes"],
        first=request.keyring.person_id if said["first"] == "me" else couple.partner_id,
        word=said["word"],
        ins=said["ins"],
        outs=said["outs"],
        until=timezone.now() + timedelta(hours=said["hours"]),
        turn=place.turn,
    )


def _page(
    request: PersonRequest, couple: Couple, place: PlaceV1, form: AskForm, status: int = 200
) -> HttpResponse:
    context = {"form": form, "couple": couple, "draft": DRAFT, "level": place.level, "area": AREA}
    return render(request, "touch/ask.html", context, status=status)


@for_person
@require_POST
def take_back(request: PersonRequest) -> HttpResponse:
    couple = couple_of(request.keyring)
    if couple:
        asking.take_back(request.keyring, couple)
    return to_list()


@for_person
@require_http_methods(["GET", "HEAD", "POST"])
def asked(request: PersonRequest, asked: UUID) -> HttpResponse:
    """What comes of a yes shows on the next page; one that does not count yet looks like one that waits."""
    keyring = request.keyring
    couple = couple_of(keyring)
    if couple is None or couple.paused:
        return gone(request)
    settling.visit(keyring, couple)
    there = asking.theirs(keyring, couple)
    if there is None or there.id != asked:
        done = session.agreed(keyring, couple)
        twice = done is not None and done[1].asking == asked
        return see_other(reverse("touch:time", args=[done[0]])) if done and twice else gone(request)
    if request.method != "POST":
        return _asked_page(request, couple, there, YesForm(lines=there.asked.ins))
    form = YesForm(request.POST, lines=there.asked.ins)
    if not form.is_valid():
        return _asked_page(request, couple, there, form, UNPROCESSABLE)
    said = form.cleaned_data
    try:
        time = asking.say_yes(keyring, couple, asked, ins=said["ins"], outs=said["outs"])
    except Gone:
        return gone(request)
    except Later:
        return later(request)
    except NotNow:
        form.add_error(None, RESTS)
        return _asked_page(request, couple, there, form, UNPROCESSABLE)
    drop_draft(keyring, f"touch-yes-{asked}")
    return see_other(reverse("touch:time", args=[time])) if time else to_list()


def _asked_page(
    request: PersonRequest, couple: Couple, there: asking.Asked, form: YesForm, status: int = 200
) -> HttpResponse:
    context = {
        "form": form,
        "couple": couple,
        "asked": there.asked,
        "id": there.id,
        "said": there.said,
        "mine_first": there.asked.first == request.keyring.person_id,
        "name": name_of(there.asked.level),
        "described": words_of(there.asked.level),
        "plain": there.asked.level < 2,
        "draft": f"touch-yes-{there.id}",
        "area": AREA,
    }
    return render(request, "touch/asked.html", context, status=status)
