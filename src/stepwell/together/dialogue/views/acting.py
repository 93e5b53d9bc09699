"""What is pressed and sent in a talk. A form that comes late or twice changes nothing and loses no word."""

from collections.abc import Callable
from typing import get_args
from uuid import UUID

from django.http import HttpResponse
from django.urls import reverse
from django.views.decorators.http import require_POST

from stepwell.ground.people.api import PersonRequest, drop_draft, for_person, see_other
from stepwell.ground.vault.api import Keyring
from stepwell.together.dialogue import ending, frame, gate, talking
from stepwell.together.dialogue.content import Card, Step, TalkV1
from stepwell.together.dialogue.fields import Fields, draft_of, turn_form
from stepwell.together.dialogue.forms import LeaveForm, ReturnForm, SpeakForm, TurnForm, id_sent
from stepwell.together.dialogue.holding import found, open_couple
from stepwell.together.dialogue.limits import (
    MOST_WORDS,
    Full,
    Gone,
    Later,
    Moved,
    NotNow,
    OwnPage,
    Twice,
    cut,
)
from stepwell.together.dialogue.models import Turn
from stepwell.together.dialogue.page_words import FULL, MOVED, MOVED_WITH_WORDS, RESTS
from stepwell.together.dialogue.scene import writes
from stepwell.together.dialogue.views.opened import (
    CONFLICT,
    UNPROCESSABLE,
    gone,
    later,
    to_list,
    to_talk,
    today_of,
)
from stepwell.together.dialogue.views.room import page

CARDS = frozenset(get_args(Card))


@for_person
@require_POST
def say(request: PersonRequest, talk: UUID) -> HttpResponse:
    """A turn, what was given back, or what somebody would try."""
    try:
        couple = open_couple(request.keyring)
        state = found(request.keyring, couple, talk)
    except Gone:
        return gone(request)
    what = str(request.POST.get("kind", ""))
    if what not in {"speak", "back", "try"}:
        return _as_it_stands(request, talk, MOVED, CONFLICT)
    if state.way == "aloud" and what != "try":
        return _act(request, talk, lambda: _send(request, talk, what, id_sent(request.POST)))
    if what != writes(state, request.keyring.person_id):
        return _late(request, talk, what)
    form = turn_form(what, state.step, request.POST)
    if form.is_valid():
        return _sent(request, talk, what, form, state.step)
    return _refused(request, talk, what, form, state.step)


def _sent(request: PersonRequest, talk: UUID, what: str, form: TurnForm, step: Step) -> HttpResponse:
    given = form.cleaned_data
    try:
        _send(request, talk, what, given["form_id"], given["text"], given.get("rest", ""))
    except Twice:
        pass
    except Gone:
        return gone(request)
    except Moved:
        return _late(request, talk, what)
    except (Full, NotNow) as why:
        form.add_error(None, FULL if isinstance(why, Full) else RESTS)
        return _refused(request, talk, what, form, step)
    drop_draft(request.keyring, draft_of(talk, what))
    return to_talk(talk, kept=what)


def _send(
    request: PersonRequest, talk: UUID, what: str, form_id: UUID, text: str = "", rest: str = ""
) -> None:
    keyring, moment = request.keyring, _moment(request)
    if what == "speak":
        talking.say(keyring, talk, moment, form_id=form_id, text=text, rest=rest)
    elif what == "back":
        talking.give_back(keyring, talk, moment, form_id=form_id, text=text)
    else:
        talking.would_try(keyring, talk, form_id=form_id, text=text)


def _refused(request: PersonRequest, talk: UUID, what: str, form: TurnForm, step: Step) -> HttpResponse:
    """What is too long for one turn comes back laid out in two parts; nothing of it is lost."""
    fields = Fields(turn=form, draft=draft_of(talk, what))
    fields.rest = isinstance(form, SpeakForm) and bool(form["rest"].value())
    if isinstance(form, SpeakForm) and form.is_too_long():
        two = cut(str(form["text"].value() or ""), MOST_WORDS)
        data = request.POST.copy()
        data["text"], data["rest"] = two.first, "\n".join(filter(None, [two.rest, data.get("rest", "")]))
        laid_out = turn_form(what, step, data)
        laid_out.full_clean()
        laid_out.add_error("text", form.errors["text"][0])
        fields.turn, fields.rest = laid_out, True
    return _as_it_stands(request, talk, "", UNPROCESSABLE, fields=fields)


def _late(request: PersonRequest, talk: UUID, what: str) -> HttpResponse:
    """The talk stands elsewhere by now. Where this page has a field for the words they stand in it again."""
    keyring = request.keyring
    try:
        couple = open_couple(keyring)
        state = found(keyring, couple, talk)
    except Gone:
        return gone(request)
    if _was_taken(keyring, couple.circle, request):
        return to_talk(talk, kept=what)
    if frame.has_left(state, keyring.person_id):
        return gone(request)
    words = "\n".join(filter(None, (str(request.POST.get(name, "")).strip() for name in ("text", "rest"))))
    if writes(state, keyring.person_id) == what and words:
        form = turn_form(
            what, state.step, initial={"text": request.POST.get("text"), "rest": request.POST.get("rest")}
        )
        fields = Fields(turn=form, rest=bool(request.POST.get("rest")), draft=draft_of(talk, what))
        return page(request, couple, talk, state, fields=fields, said=MOVED_WITH_WORDS, status=CONFLICT)
    said = MOVED_WITH_WORDS if words else MOVED
    return page(request, couple, talk, state, said=said, typed=words, status=CONFLICT)


def _was_taken(keyring: Keyring, circle: UUID, request: PersonRequest) -> bool:
    form_id = id_sent(request.POST)
    return Turn.objects.within(keyring, circle).filter(form_id=form_id).exists()


@for_person
@require_POST
def press(request: PersonRequest, talk: UUID) -> HttpResponse:
    """Everything that is one button."""
    what, keyring, moment = str(request.POST.get("what", "")), request.keyring, _moment(request)
    if what == "end":
        return _end(request, talk)
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
    return _act(request, talk, verbs.get(what, _nothing))


def _laying(keyring: Keyring, talk: UUID, card: Card) -> Callable[[], object]:
    return lambda: talking.lay(keyring, talk, card)


def _nothing() -> None:
    raise Moved


def _act(request: PersonRequest, talk: UUID, verb: Callable[[], object]) -> HttpResponse:
    try:
        verb()
    except Twice:
        pass
    except Gone:
        return gone(request)
    except Moved:
        return _as_it_stands(request, talk, MOVED, CONFLICT)
    except NotNow:
        return _as_it_stands(request, talk, RESTS, UNPROCESSABLE)
    except Later:
        return later(request, reverse("dialogue:room", args=[talk]))
    except OwnPage:
        return see_other(reverse(gate.OWN_PAGE))
    return to_talk(talk)


def _end(request: PersonRequest, talk: UUID) -> HttpResponse:
    try:
        goes_on = talking.end(request.keyring, talk)
    except Gone:
        return to_list()
    except Moved:
        return _as_it_stands(request, talk, MOVED, CONFLICT)
    except NotNow:
        return _as_it_stands(request, talk, RESTS, UNPROCESSABLE)
    return to_talk(talk) if goes_on else to_list()


@for_person
@require_POST
def come_back(request: PersonRequest, talk: UUID) -> HttpResponse:
    """When the one who stopped comes back."""
    form = ReturnForm(request.POST)
    if not form.is_valid():
        return _as_it_stands(request, talk, "", UNPROCESSABLE, fields=Fields(back_at=form))
    longer = request.POST.get("what") == "longer"
    minutes = form.cleaned_data["minutes"]
    return _act(request, talk, lambda: talking.come_back(request.keyring, talk, minutes, longer=longer))


@for_person
@require_POST
def leave(request: PersonRequest, talk: UUID) -> HttpResponse:
    """The last page of a talk: what somebody takes away."""
    keyring = request.keyring
    try:
        couple = open_couple(keyring)
        state = found(keyring, couple, talk)
        form = LeaveForm(request.POST, other=couple.partner_name)
        if not form.is_valid():
            fields = Fields(leave=form, draft=draft_of(talk, "ending"))
            return page(request, couple, talk, state, fields=fields, status=UNPROCESSABLE)
        ending.leave(keyring, talk, form.said(), today=today_of(request))
    except Gone:
        was_taken = ending.was_taken(keyring, id_sent(request.POST))
        return to_list() if was_taken or not request.POST.get("text") else gone(request)
    except Moved:
        return _not_leaving(request, talk, state)
    except NotNow:
        return _as_it_stands(request, talk, RESTS, UNPROCESSABLE)
    drop_draft(keyring, draft_of(talk, "ending"))
    return see_other(f"{reverse('dialogue:list')}?kept={talk}")


def _not_leaving(request: PersonRequest, talk: UUID, state: TalkV1) -> HttpResponse:
    if frame.has_left(state, request.keyring.person_id):
        return to_list()
    return _as_it_stands(request, talk, MOVED_WITH_WORDS, CONFLICT, typed=str(request.POST.get("text", "")))


def _as_it_stands(
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


def _moment(request: PersonRequest) -> int:
    """Which moment the page was of. One that lost it can do nothing, and the next page says where we are."""
    return _whole(request, "moment")


def _number(request: PersonRequest) -> int:
    return _whole(request, "number")


def _whole(request: PersonRequest, name: str) -> int:
    given = str(request.POST.get(name, ""))
    return int(given) if given.isascii() and given.isdecimal() and len(given) < 9 else 0
