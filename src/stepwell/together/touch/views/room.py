"""The session itself: a quiet page for both. And afterwards two questions that are each one's own."""

from http import HTTPStatus
from uuid import UUID

from django.http import HttpResponse
from django.shortcuts import render
from django.utils import timezone
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from stepwell.ground.live.api import moved
from stepwell.ground.people.api import PersonRequest, for_person, see_other
from stepwell.ground.spaces.api import NotNow, couple_of
from stepwell.together.touch import going_on, session, settling
from stepwell.together.touch.forms import AfterForm
from stepwell.together.touch.limits import Gone, Later
from stepwell.together.touch.own import own_of
from stepwell.together.touch.page_words import RESTS, STAYS_OUT, STEPS, name_of
from stepwell.together.touch.views.opened import (
    AREA,
    IN_PLACE,
    UNPROCESSABLE,
    gone,
    later,
    to_after,
    to_list,
)


@for_person
@require_safe
def time(request: PersonRequest, time: UUID) -> HttpResponse:
    return _standing(request, time)


@for_person
@require_POST
def press(request: PersonRequest, time: UUID) -> HttpResponse:
    """I am here, change over, stop. A press that comes late or twice changes nothing."""
    keyring, what = request.keyring, request.POST.get("what")
    if what == "stop":
        return _stop(request, time)
    settling.visit(keyring, couple_of(keyring))
    try:
        if what == "here":
            session.here(keyring, time)
        elif what == "change":
            session.change_over(keyring, time, _number(request))
    except Gone:
        return _is_over(request, time)
    except Later:
        return later(request)
    except NotNow:
        return _standing(request, time, said=RESTS, status=UNPROCESSABLE)
    if IN_PLACE in request.headers:
        return _standing(request, time)
    return see_other(request.path.removesuffix("press/"))


def _stop(request: PersonRequest, time: UUID) -> HttpResponse:
    """One tap, no question. Where there is nothing to stop it is stopped already."""
    keyring = request.keyring
    state = session.stop(keyring, time)
    # Whoever stops what has begun was there, also where their page had not shown it yet.
    if state and state.ends:
        session.was_there(keyring, time, state)
    return HttpResponse(status=HTTPStatus.NO_CONTENT) if IN_PLACE in request.headers else to_after()


def _standing(
    request: PersonRequest, time: UUID, *, said: object = "", status: int = HTTPStatus.OK
) -> HttpResponse:
    keyring = request.keyring
    couple = couple_of(keyring)
    settling.visit(keyring, couple)
    try:
        if couple is None or couple.paused:
            raise Gone
        # Asked before the row is read: a page may be newer than its number, never older.
        seq = moved(couple.circle)
        state = session.found(keyring, couple, time)
    except Gone:
        return _is_over(request, time)
    now = timezone.now()
    if state.ends:
        session.was_there(keyring, time, state)
    ends = state.ends or state.until
    context = {
        "id": time,
        "couple": couple,
        "time": state,
        "on": state.ends is not None,
        "mine": state.giving == keyring.person_id,
        "waits": session.waits(state, keyring.person_id, now),
        "ends": ends,
        "left": max(1, int((ends - now).total_seconds())),
        "whole_time": state.minutes * 60,
        "name": name_of(state.level),
        "stays_out": STAYS_OUT if state.level < len(STEPS) else "",
        "seq": seq,
        "said": said,
        "whole": "live/bare.html" if IN_PLACE in request.headers else "ui/page.html",
        "no_nav": True,
        "area": AREA,
    }
    return render(request, "touch/time.html", context, status=status)


def _is_over(request: PersonRequest, time: UUID) -> HttpResponse:
    """Stopped, run out, or the space rests: for who was there one and the same page."""
    own = own_of(request.keyring)
    if own.time != time or timezone.now() >= own.until:
        return gone(request)
    return HttpResponse(status=HTTPStatus.NO_CONTENT) if IN_PLACE in request.headers else to_after()


@for_person
@require_http_methods(["GET", "HEAD", "POST"])
def after(request: PersonRequest) -> HttpResponse:
    """How it was, for nobody but this person. It may be left."""
    keyring = request.keyring
    couple = couple_of(keyring)
    if request.method == "POST" and request.POST.get("do") == "leave":
        going_on.leave_unanswered(keyring)
        return to_list()
    if not session.asks(keyring, own_of(keyring), couple):
        return to_list()
    form = AfterForm(request.POST if request.method == "POST" else None)
    if request.method == "POST" and form.is_valid():
        said = form.cleaned_data
        going_on.answer(
            keyring, couple, comfortable=said["comfortable"] == "yes", obliged=said["obliged"] == "yes"
        )
        return to_list()
    status = UNPROCESSABLE if request.method == "POST" else HTTPStatus.OK
    return render(request, "touch/after.html", {"form": form, "area": AREA}, status=status)


def _number(request: PersonRequest) -> int:
    given = str(request.POST.get("moment", ""))
    return int(given) if given.isascii() and given.isdecimal() and len(given) < 9 else 0
