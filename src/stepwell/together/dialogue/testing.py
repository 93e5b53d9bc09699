"""Makers for the tests of other rooms and for the demonstration."""

from datetime import date
from uuid import UUID, uuid4

from stepwell.ground.spaces.api import couple_of
from stepwell.ground.vault.api import Keyring
from stepwell.own.safety.testing import clear
from stepwell.together.dialogue import asking, ending, talking
from stepwell.together.dialogue.content import AskingV1, Becomes, Devices, TalkV1, Way
from stepwell.together.dialogue.holding import found, open_couple


def ask(
    keyring: Keyring,
    topic: str,
    *,
    today: date,
    minutes: int = 20,
    way: Way = "written",
    devices: Devices = "two",
) -> None:
    couple = couple_of(keyring)
    assert couple is not None
    said = AskingV1(
        topic=topic,
        minutes=minutes,
        way=way,
        devices=devices,
        first=keyring.person_id,
        asked_on=today,
    )
    asking.ask(keyring, couple, said)


def asked_by(keyring: Keyring) -> UUID:
    """The id of what this person asked for."""
    couple = couple_of(keyring)
    assert couple is not None
    found = asking.mine(keyring, couple)
    assert found is not None
    return found.id


def agree(keyring: Keyring) -> UUID:
    """Yes to what the other asked for: the id of the talk."""
    couple = couple_of(keyring)
    assert couple is not None
    theirs = asking.theirs(keyring, couple)
    assert theirs is not None
    talk = asking.say_yes(keyring, couple, theirs.id)
    assert talk is not None
    return talk


def state(keyring: Keyring, talk: UUID) -> TalkV1:
    return found(keyring, open_couple(keyring), talk)


def begin(
    one: Keyring,
    other: Keyring,
    topic: str,
    *,
    today: date,
    way: Way = "written",
    devices: Devices = "two",
    clears: bool = True,
) -> UUID:
    """Both said yes, both are in the room: the one who asked speaks. clears: both answer to safety first."""
    for keyring in (one, other) if clears else ():
        clear(keyring)
    ask(one, topic, today=today, way=way, devices=devices)
    talk = agree(other)
    for keyring in (one, other):
        if state(one, talk).step == "gather":
            talking.here(keyring, talk, state(one, talk).moment)
    return talk


def turn(speaker: Keyring, listener: Keyring, talk: UUID, said: str, back: str) -> None:
    """Said, given back, and that was it."""
    talking.say(speaker, talk, state(speaker, talk).moment, form_id=uuid4(), text=said)
    talking.give_back(listener, talk, state(listener, talk).moment, form_id=uuid4(), text=back)
    talking.floor(speaker, talk, state(speaker, talk).moment, "yes")


def change(speaker: Keyring, talk: UUID) -> None:
    talking.floor(speaker, talk, state(speaker, talk).moment, "change")


def leave(
    keyring: Keyring,
    talk: UUID,
    text: str = "",
    *,
    today: date,  # noqa: ARG001 - callers say it of everything they plant; a talk has its own day
    becomes: Becomes = "nothing",
    shown: bool = False,
    keep: bool = False,
) -> None:
    """Ends it, if nobody has yet, and goes."""
    talking.end(keyring, talk)
    said = ending.Leaving(form_id=uuid4(), text=text, becomes=becomes, shown=shown, keep=keep)
    ending.leave(keyring, talk, said)
