"""What is pressed in a talk. A press that comes late or twice changes nothing."""

from collections.abc import Callable
from http import HTTPStatus
from typing import get_args
from uuid import UUID

from django.http import HttpResponse
from django.urls import reverse
from django.views.decorators.http import require_POST

from stepwell.ground.people.api import PersonRequest, drop_draft, for_person, see_other
from stepwell.ground.spaces.api import NotNow
from stepwell.ground.vault.api import Keyring
from stepwell.together.dialogue import ending, frame, gate, talking, timeout
from stepwell.together.dialogue.begun import gather
from stepwell.together.dialogue.content import Card, TalkV1
from stepwell.together.dialogue.fields import Fields
from stepwell.together.dialogue.forms import LeaveForm, ReturnForm, id_sent
from stepwell.together.dialogue.holding import found, leave_unsaid, open_couple, spoken
from stepwell.together.dialogue.limits import Full, Gone, Later, Moved, OwnPage, Past, Twice, draft_of
from stepwell.together.dialogue.page_words import (
    MOVED,
    MOVED_WITH_WORDS,
    PAST,
    RESTS,
    TOO_MUCH,
    UNSAID_FULL,
    UNSENT,
)
from stepwell.together.dialogue.views.opened import (
    CONFLICT,
    UNPROCESSABLE,
    gone,
    later,
    to_list,
)
from stepwell.together.dialogue.views.room import IN_PLACE, onward, page
from stepwell.together.dialogue.views.words import KINDS, in_hand, late, wait

CARDS = frozenset(get_args(Card))


@for_person
@require_POST
def press(request: PersonRequest, talk: UUID) -> HttpResponse:
    """Everything that is one button."""
    what, keyring, moment = str(request.POST.get("what", "")), request.keyring, moment_of(request)
    if what == "end":
        return _end(request, talk)
    if what == "keep-unsaid":
        return _keep_unsaid(request, talk)
    verbs: dict[str, Callable[[], object]] = {
        "here": lambda: talking.here(keyring, talk, moment),
        "open": lambda: talking.reopen(keyring, talk, moment),
        "talk": lambda: talking.talk_again(keyring, talk, moment),
        "time-out": lambda: talking.stop(keyring, talk),
        "heard": lambda: talking.feel_heard(keyring, talk, so=True),
        "not-heard": lambda: talking.feel_heard(keyring, talk, so=False),
        "accepted": lambda: talking.answer(keyring, talk, _number(request), "accepted"),
        "not-yet": lambda: talking.answer(keyring, talk, _number(request), "not_yet"),
    }
    if what in talking.FLOOR:
        verbs[what] = lambda: talking.floor(keyring, talk, moment, what)
    for card in CARDS:
        verbs[f"card-{card}"] = _laying(keyring, talk, card)
    return act(request, talk, verbs.get(what, _nothing))


def _laying(keyring: Keyring, talk: UUID, card: Card) -> Callable[[], object]:
    return lambda: talking.lay(keyring, talk, card)


def _nothing() -> None:
    raise Moved


def act(request: PersonRequest, talk: UUID, verb: Callable[[], object]) -> HttpResponse:
    try:
        verb()
    except Twice:
        pass
    except Gone:
        return gone(request)
    except Moved:
        return late(request, talk, str(request.POST.get("kind", "")))
    except NotNow:
        return as_it_stands(request, talk, RESTS, UNPROCESSABLE, typed=in_hand(request))
    except Later:
        return later(request, reverse("dialogue:room", args=[talk]))
    except OwnPage:
        return see_other(reverse(gate.OWN_PAGE))
    return _onward_with_words(request, talk)


def _onward_with_words(request: PersonRequest, talk: UUID) -> HttpResponse:
    """A button takes along what stands in the field: it would be lost with a page that does not stay."""
    try:
        if IN_PLACE not in request.headers and not wait(request, talk):
            return as_it_stands(request, talk, TOO_MUCH, HTTPStatus.OK, typed=in_hand(request))
    except Gone:
        return gone(request)
    return onward(request, talk)


def _end(request: PersonRequest, talk: UUID) -> HttpResponse:
    try:
        goes_on = talking.end(request.keyring, talk)
    except Gone:
        return to_list()
    except Moved:
        return as_it_stands(request, talk, MOVED, CONFLICT)
    except NotNow:
        return as_it_stands(request, talk, RESTS, UNPROCESSABLE)
    try:
        if goes_on and not wait(request, talk):
            return as_it_stands(request, talk, UNSENT, HTTPStatus.OK, typed=in_hand(request))
    except Gone:
        return gone(request)
    return onward(request, talk) if goes_on else to_list()


def _keep_unsaid(request: PersonRequest, talk: UUID) -> HttpResponse:
    """What was being written when the talk ended, for its writer alone; also once it is gone for both."""
    keyring, kind = request.keyring, str(request.POST.get("kind", ""))
    try:
        state = found(keyring, open_couple(keyring), talk)
    except Gone:
        state = None
    if state and state.step != "ending":
        return late(request, talk, kind)
    there = state is not None and not frame.has_left(state, keyring.person_id)
    try:
        leave_unsaid(keyring, talk, in_hand(request))
    except Full:
        if not there:
            return gone(request)
        return as_it_stands(request, talk, UNSAID_FULL, UNPROCESSABLE, typed=in_hand(request))
    if kind in KINDS:
        drop_draft(keyring, draft_of(talk, kind))
    if there:
        return onward(request, talk, kept=kind)
    return see_other(f"{reverse('dialogue:list')}?kept={talk}" + (f"-{kind}" if kind in KINDS else ""))


@for_person
@require_POST
def come_back(request: PersonRequest, talk: UUID) -> HttpResponse:
    """When the one who stopped comes back."""
    form = ReturnForm(request.POST)
    if form.is_valid():
        given, longer = form.cleaned_data, request.POST.get("what") == "longer"
        chosen = timeout.Chosen(given["minutes"], given["counted"])
        try:
            return act(request, talk, lambda: talking.come_back(request.keyring, talk, chosen, longer=longer))
        except Past:
            form.add_error("minutes", PAST)
    return as_it_stands(request, talk, "", UNPROCESSABLE, fields=Fields(back_at=form))


@for_person
@require_POST
def leave(request: PersonRequest, talk: UUID) -> HttpResponse:
    """The last page of a talk: what somebody takes away."""
    keyring = request.keyring
    try:
        couple = open_couple(keyring)
        state = found(keyring, couple, talk)
        has_words = state.way == "written" or bool(spoken(keyring, couple.circle, talk))
        form = LeaveForm(request.POST, other=couple.partner_name, has_words=has_words)
        if not form.is_valid():
            if state.step != "ending":
                typed = str(request.POST.get("text", ""))
                return as_it_stands(request, talk, MOVED_WITH_WORDS, CONFLICT, typed=typed)
            fields = Fields(leave=form, draft=draft_of(talk, "ending"))
            return page(request, couple, talk, state, fields=fields, status=UNPROCESSABLE)
        ending.leave(keyring, talk, form.said())
    except Gone:
        was_taken = ending.was_taken(keyring, id_sent(request.POST))
        return to_list() if was_taken or not request.POST.get("text") else gone(request)
    except Moved:
        return _not_leaving(request, talk, state)
    except NotNow:
        return as_it_stands(request, talk, RESTS, UNPROCESSABLE)
    drop_draft(keyring, draft_of(talk, "ending"))
    gather(keyring, talk)
    return see_other(f"{reverse('dialogue:list')}?kept={talk}")


def _not_leaving(request: PersonRequest, talk: UUID, state: TalkV1) -> HttpResponse:
    if frame.has_left(state, request.keyring.person_id):
        return to_list()
    return as_it_stands(request, talk, MOVED_WITH_WORDS, CONFLICT, typed=str(request.POST.get("text", "")))


def as_it_stands(
    request: PersonRequest,
    talk: UUID,
    said: object,
    status: int,
    *,
    fields: Fields | None = None,
    typed: str = "",
) -> HttpResponse:
    try:
        couple = open_couple(request.keyring)
        state = found(request.keyring, couple, talk)
    except Gone:
        return gone(request)
    if frame.has_left(state, request.keyring.person_id):
        return gone(request)
    return page(request, couple, talk, state, fields=fields, said=said, typed=typed, status=status)


def moment_of(request: PersonRequest) -> int:
    """Which moment the page was of. One that lost it can do nothing, and the next page says where we are."""
    return _whole(request, "moment")


def _number(request: PersonRequest) -> int:
    return _whole(request, "number")


def _whole(request: PersonRequest, name: str) -> int:
    given = str(request.POST.get(name, ""))
    return int(given) if given.isascii() and given.isdecimal() and len(given) < 9 else 0
