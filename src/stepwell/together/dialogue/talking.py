"""What people do in a talk. Each verb names its moment; the floor is the row's, not the page's."""

from uuid import UUID

from django.db import transaction
from django.utils import timezone

from stepwell.ground.spaces.api import Couple
from stepwell.ground.vault.api import Keyring
from stepwell.together.dialogue import frame, gate, timeout
from stepwell.together.dialogue.content import Answer, Card, Said, TalkV1, TurnV1
from stepwell.together.dialogue.holding import Made, keep_turn, move, open_couple, wait_for_turn, wipe
from stepwell.together.dialogue.limits import Later, OwnPage


def here(keyring: Keyring, talk: UUID, moment: int) -> None:
    _own_yes(keyring)
    move(
        keyring,
        talk,
        Made("here", moment),
        lambda state: frame.here(state, keyring.person_id, timezone.now()),
    )


def reopen(keyring: Keyring, talk: UUID, moment: int) -> None:
    _own_yes(keyring)
    made = Made("open", moment)
    move(keyring, talk, made, lambda state: timeout.reopen(state, keyring.person_id, timezone.now()))


def _own_yes(keyring: Keyring) -> None:
    """Raises Later or OwnPage, and to the other it is as if no button had been pressed."""
    if gate.too_much(keyring):
        raise Later
    if not gate.may_talk(keyring):
        raise OwnPage


def say(keyring: Keyring, talk: UUID, moment: int, *, form_id: UUID, text: str = "", rest: str = "") -> None:
    """A turn, written, or said aloud where text is empty. rest: what waits for the own next turn."""

    def kept(couple: Couple, after: TalkV1) -> None:
        if text:
            said: Said = "again" if after.tries or after.once_more else "said"
            keep_turn(keyring, couple, talk, form_id, after.speaker, TurnV1(said=said, text=text))
        wait_for_turn(keyring, talk, rest)

    move(
        keyring,
        talk,
        Made("say", moment, form_id if text else None),
        lambda s: frame.say(s, _as(s, keyring)),
        aside=kept,
    )


def give_back(keyring: Keyring, talk: UUID, moment: int, *, form_id: UUID, text: str = "") -> None:
    def kept(couple: Couple, after: TalkV1) -> None:
        if text:
            keep_turn(keyring, couple, talk, form_id, after.listener, TurnV1(said="back", text=text))

    made = Made("back", moment, form_id if text else None)
    move(keyring, talk, made, lambda state: frame.give_back(state, _as(state, keyring)), aside=kept)


def would_try(keyring: Keyring, talk: UUID, *, form_id: UUID, text: str) -> None:
    """What now: both write at once, so it needs no moment."""

    def kept(couple: Couple, _after: TalkV1) -> None:
        keep_turn(keyring, couple, talk, form_id, keyring.person_id, TurnV1(said="try", text=text))

    def open_for_both(state: TalkV1) -> TalkV1:
        frame.need(state.step == "now")
        return state

    move(keyring, talk, Made("try", form_id=form_id), open_for_both, aside=kept)


FLOOR = {
    "once-more": frame.once_more,
    "yes": frame.yes,
    "not-quite": frame.not_quite,
    "on": frame.speak_on,
    "change": frame.change,
    "now": frame.what_now,
}


def floor(keyring: Keyring, talk: UUID, moment: int, what: str) -> None:
    """The acts of whoever holds the floor, without words of their own. Raises KeyError for no such act."""
    act = FLOOR[what]
    move(keyring, talk, Made(what, moment), lambda state: act(state, _as(state, keyring)))


def talk_again(keyring: Keyring, talk: UUID, moment: int) -> None:
    move(keyring, talk, Made("talk", moment), lambda state: frame.talk_again(state, keyring.person_id))


def _as(talk: TalkV1, keyring: Keyring) -> UUID:
    """On one device that goes to and fro whoever holds the floor acts in the sign-in that is there."""
    return frame.holder(talk) if talk.devices == "one" else keyring.person_id


def feel_heard(keyring: Keyring, talk: UUID, *, so: bool) -> None:
    """Private until both: it moves nothing and tells nobody, but where the second word came."""
    move(
        keyring,
        talk,
        Made("heard"),
        lambda state: frame.feel_heard(state, keyring.person_id, so=so),
        tells=lambda before, after: frame.both_heard(before) != frame.both_heard(after),
    )


def lay(keyring: Keyring, talk: UUID, card: Card) -> None:
    move(keyring, talk, Made("card"), lambda state: frame.lay(state, keyring.person_id, card))


def answer(keyring: Keyring, talk: UUID, number: int, said: Answer) -> None:
    move(keyring, talk, Made("answer"), lambda state: frame.answer(state, keyring.person_id, number, said))


def stop(keyring: Keyring, talk: UUID) -> None:
    """A time-out, from whatever step it is by now: it needs no moment. In a time-out it changes nothing."""

    def act(state: TalkV1) -> TalkV1:
        if state.step == "out":
            return state
        return timeout.stop(state, keyring.person_id, timezone.now())

    move(keyring, talk, Made("time-out"), act)


def come_back(keyring: Keyring, talk: UUID, chosen: timeout.Chosen, *, longer: bool) -> None:
    """When the one who stopped comes back; once, and once more. Raises Past, and ValueError out of bounds."""

    def act(state: TalkV1) -> TalkV1:
        if longer:
            return timeout.longer(state, keyring.person_id, chosen, timezone.now())
        return timeout.choose(state, keyring.person_id, chosen, timezone.now())

    move(keyring, talk, Made("come-back"), act)


def end(keyring: Keyring, talk: UUID) -> bool:
    """By either. Where nothing was begun it is gone at once; True where there is a going to be asked for."""
    unbegun: list[bool] = []

    def act(state: TalkV1) -> TalkV1:
        if state.step == "ending":
            return state
        unbegun[:] = [state.began_at is None]
        return frame.end(state, keyring.person_id, timezone.now())

    with transaction.atomic():
        move(keyring, talk, Made("end"), act)
        if unbegun == [True]:
            wipe(keyring, open_couple(keyring).circle, talk)
            return False
    return True
