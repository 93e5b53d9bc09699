"""Makers for the tests of other rooms and for the demonstration."""

from datetime import date
from uuid import UUID, uuid4

from stepwell.ground.spaces.api import couple_of
from stepwell.ground.vault.api import Keyring
from stepwell.own.safety.testing import clear
from stepwell.together.affection import listing, noting, welcoming
from stepwell.together.affection.content import NoteV1, Side, Sort


def write_line(keyring: Keyring, side: Side, words: str) -> None:
    listing.add(keyring, side, [words])


def take_idea(keyring: Keyring, idea: str) -> None:
    listing.take_over(keyring, idea)


def welcome_notes(keyring: Keyring, *, clears: bool = True) -> None:
    """clears: they answer to safety first."""
    couple = couple_of(keyring)
    assert couple is not None
    if clears:
        clear(keyring)
    welcoming.say(keyring, couple)


def lay_note(keyring: Keyring, words: str, *, today: date, sort: Sort = "thanks") -> UUID:
    """As if its writer had pressed the button; both have said that notes are welcome. Gives its id."""
    couple, form_id = couple_of(keyring), uuid4()
    assert couple is not None
    noting.lay(keyring, couple, NoteV1(sort=sort, words=words, day=today), form_id=form_id)
    return next(row.id for row, _note in noting.mine(keyring) if row.form_id == form_id)
