"""What is sealed: a letter kept in private, its copy for the other, and what the two said to it.

A payload that was ever written stays readable: a new shape gets a new version and an upgrade from this one.
"""

from datetime import date
from typing import Literal
from uuid import UUID

from stepwell.ground.vault.api import Content, Kind

Sort = Literal["letter", "impact", "accountability"]
Verdict = Literal["", "yes", "not-quite"]


class PartV1(Content, frozen=True, kw_only=True):
    """One part of a letter under the key of its heading. A plain letter has one."""

    key: str
    words: str


class LetterV1(Content, frozen=True, kw_only=True, omit_defaults=True):
    """A letter in its writer's own circle. revision: counts changes of it."""

    sort: Sort
    parts: tuple[PartV1, ...]
    kept_on: date
    revision: int = 1


class SentV1(Content, frozen=True, kw_only=True):
    """What was given to the other, word for word. Taken back: no row."""

    sort: Sort
    parts: tuple[PartV1, ...]
    given_on: date


class SaidV1(Content, frozen=True, kw_only=True, omit_defaults=True):
    """What was said to a letter at one step. verdict: of its writer alone, about what was given back."""

    said_on: date
    words: str = ""
    verdict: Verdict = ""


class AsideV1(Content, frozen=True, kw_only=True, omit_defaults=True):
    """Letters of the other that this person put out of their own sight."""

    letters: tuple[UUID, ...] = ()


LETTER: Kind[LetterV1] = Kind("letters.Letter.sealed", LetterV1)
SENT: Kind[SentV1] = Kind("letters.Sent.sealed", SentV1)
SAID: Kind[SaidV1] = Kind("letters.Said.sealed", SaidV1)
ASIDE: Kind[AsideV1] = Kind("letters.Aside.sealed", AsideV1)
