"""Makers for the tests of other rooms and for the demonstration."""

from datetime import date
from uuid import UUID, uuid4

from stepwell.ground.spaces.api import couple_of
from stepwell.ground.vault.api import Keyring
from stepwell.together.pathway import answers
from stepwell.together.pathway.content import NOBODY, PlaceV1
from stepwell.together.pathway.landings import landing
from stepwell.together.pathway.place import change, stand_on

__all__ = ["answer_myself", "on_landing", "stand_on"]


def on_landing(one: Keyring, number: int, *, turn: UUID | None = None, said: bool = False) -> None:
    """The two are on that landing, as if each had said so. said: this one is ready for the next."""
    couple = couple_of(one)
    assert couple
    place = PlaceV1(
        landing=number, came="forth", turn=turn or uuid4(), ready=one.person_id if said else NOBODY
    )
    change(one, couple.circle, lambda _before: place)


def answer_myself(keyring: Keyring, *, number: int = 1, note: str = "", day: date) -> UUID:
    """Every question of a landing with "in part", and a note. Gives its id."""
    said = dict.fromkeys(landing(number).questions, "partly")
    return answers.keep(
        keyring,
        form_id=uuid4(),
        landing=number,
        said=said,  # type: ignore[arg-type]  # one of the answers
        note=note,
        day=day,
    )
