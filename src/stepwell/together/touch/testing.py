"""Makers for the tests of other rooms and for the demonstration."""

from datetime import timedelta
from uuid import UUID

from django.utils import timezone

from stepwell.ground.people.api import keep_begun
from stepwell.ground.spaces.api import Couple, couple_of
from stepwell.ground.vault.api import Keyring
from stepwell.together.touch import asking, going_on, session
from stepwell.together.touch.content import AskingV1, TimeV1
from stepwell.together.touch.place import seen
from stepwell.together.touch.views.asking import DRAFT


def _couple(keyring: Keyring) -> Couple:
    couple = couple_of(keyring)
    assert couple is not None
    return couple


def _asked(keyring: Keyring, couple: Couple, ins: tuple[str, ...], outs: tuple[str, ...]) -> AskingV1:
    place = seen(keyring, couple.circle)
    return AskingV1(
        level=place.level,
        minutes=10,
        first=keyring.person_id,
        word="stone",
        ins=ins,
        outs=outs,
        until=timezone.now() + timedelta(hours=4),
        turn=place.turn,
    )


def ask(keyring: Keyring, *, ins: tuple[str, ...] = ("My hands",), outs: tuple[str, ...] = ()) -> UUID:
    """Asked for on the step they stand on, for ten minutes. Gives the id."""
    couple = _couple(keyring)
    assert asking.ask(keyring, couple, _asked(keyring, couple, ins, outs))
    mine = asking.mine(keyring, couple)
    assert mine is not None
    return mine.id


def begin_to_ask(keyring: Keyring, *, ins: tuple[str, ...], outs: tuple[str, ...] = ()) -> None:
    """Half written, and for nobody but its writer: the page begins with it again."""
    said = {"ins": "\n".join(ins), "outs": "\n".join(outs), "word": "stone"}
    keep_begun(keyring, DRAFT, {name: [words] for name, words in said.items()})


def ask_beside(keyring: Keyring, *, ins: tuple[str, ...]) -> UUID:
    """As it stands where something was agreed at the same moment. Gives the id."""
    couple = _couple(keyring)
    asking.put(keyring, couple, couple.circle, _asked(keyring, couple, ins, ()))
    mine = asking.mine(keyring, couple)
    assert mine is not None
    return mine.id


def agree(keyring: Keyring, *, outs: tuple[str, ...] = ()) -> UUID:
    """Yes to all that the other asked for: the id of the time."""
    couple = _couple(keyring)
    theirs = asking.theirs(keyring, couple)
    assert theirs is not None
    lines = range(len(theirs.asked.ins))
    time = asking.say_yes(keyring, couple, theirs.id, ins=lines, outs=outs)
    assert time is not None
    return time


def begin(one: Keyring, other: Keyring, *, ins: tuple[str, ...] = ("My hands",)) -> UUID:
    """Both asked, agreed and are there."""
    ask(one, ins=ins)
    time = agree(other)
    for keyring in (one, other):
        session.here(keyring, time)
    for keyring in (one, other):
        session.was_there(keyring, time, state(keyring, time))
    return time


def state(keyring: Keyring, time: UUID) -> TimeV1:
    return session.found(keyring, _couple(keyring), time)


def stop(keyring: Keyring, time: UUID) -> None:
    session.stop(keyring, time)


def say_how_it_was(keyring: Keyring, *, comfortable: bool = True, obliged: bool = False) -> None:
    going_on.answer(keyring, _couple(keyring), comfortable=comfortable, obliged=obliged)


def would_go_on(keyring: Keyring, *, so: bool = True) -> None:
    couple = _couple(keyring)
    going_on.would_go_on(keyring, couple, seen(keyring, couple.circle).turn, so=so)
