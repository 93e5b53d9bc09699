"""Makers for the tests of other rooms and for the demonstration."""

from datetime import date
from uuid import UUID, uuid4

from stepwell.ground.spaces.api import couple_of
from stepwell.ground.vault.api import Keyring
from stepwell.together.questions import answering, keeping, putting
from stepwell.together.questions.content import Place, Want


def keep_question(keyring: Keyring, text: str, *, today: date, want: Want = "unsure") -> UUID:
    return keeping.keep(keyring, form_id=uuid4(), text=text, want=want, today=today)


def put_question(keyring: Keyring, question: UUID, *, today: date, place: Place = "now") -> UUID:
    """As if its owner had pressed the button. Gives the id under which the other finds it."""
    putting.put(keyring, question, place=place, couple=couple_of(keyring), today=today)
    return putting.copies(keyring, question).get().id


def answer_question(keyring: Keyring, put: UUID, text: str, *, today: date) -> None:
    """The first answer, or something added to it."""
    couple = couple_of(keyring)
    assert couple is not None
    answering.answer(keyring, couple, put, form_id=uuid4(), text=text, today=today)


def name_day(keyring: Keyring, put: UUID, day: date) -> None:
    couple = couple_of(keyring)
    assert couple is not None
    answering.say_when(keyring, couple, put, day)
