"""What is sealed: a person's own list of small signs, a note to the other, and a word that notes are welcome.

A payload that was ever written stays readable: a new shape gets a new version and an upgrade from this one.
"""

from datetime import date
from typing import Literal
from uuid import UUID

from stepwell.ground.vault.api import Content, Kind

Side = Literal["give", "receive", "meet"]
Sort = Literal["thanks", "give", "receive"]
SIDES: tuple[Side, ...] = ("give", "receive", "meet")


class LineV1(Content, frozen=True, kw_only=True, omit_defaults=True):
    """idea: the key of an idea that was taken over; otherwise the words are one's own."""

    id: UUID
    side: Side
    words: str = ""
    idea: str = ""


class OwnV1(Content, frozen=True, kw_only=True, omit_defaults=True):
    """lines: one's own list. put_away: notes of the other that this person let go of, for themselves.

    Both in one row: nobody who holds the database learns which of them changed, or how long either is.
    """

    lines: tuple[LineV1, ...] = ()
    put_away: tuple[UUID, ...] = ()


class NoteV1(Content, frozen=True, kw_only=True):
    """day: that notes may be drawn newest first; it is on no page."""

    sort: Sort
    words: str
    day: date


class WordV1(Content, frozen=True, kw_only=True):
    """It says nothing but that it is there."""


OWN: Kind[OwnV1] = Kind("affection.Own.sealed", OwnV1)
NOTE: Kind[NoteV1] = Kind("affection.Note.sealed", NoteV1)
WORD: Kind[WordV1] = Kind("affection.Word.sealed", WordV1)
