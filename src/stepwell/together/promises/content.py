"""What is sealed: a promise, a word about what became of it, and a private note.

A payload that was ever written stays readable: a new shape gets a new version and an upgrade from this one.
"""

from datetime import date
from typing import Annotated, Literal
from uuid import UUID

from msgspec import Meta

from stepwell.ground.vault.api import Content, Kind

Repeat = Literal["once", "daily", "weekdays", "weekly", "monthly"]
Outcome = Literal["kept", "changed", "not_kept"]
Said = Literal["kept", "changed", "not_kept", "ended"]
Weekday = Annotated[int, Meta(ge=0, le=6)]
NEEDS_PLAN: frozenset[str] = frozenset({"changed", "not_kept"})


class DaysV1(Content, frozen=True, kw_only=True, omit_defaults=True):
    """On which days a promise falls, by the calendar of who made it. Both ends are included.

    weekdays: 0 is Monday; only for "weekdays". Weekly and monthly go by the first day.
    """

    first: date
    until: date
    repeat: Repeat = "once"
    weekdays: tuple[Weekday, ...] = ()


class InsteadV1(Content, frozen=True, kw_only=True):
    """In place of which promise, and of which of its days."""

    promise: UUID
    day: date


class PromiseV1(Content, frozen=True, kw_only=True, omit_defaults=True):
    """A promise in the words of who keeps it. instead_of: what it is the plan for, where it is one."""

    what: str
    days: DaysV1
    made_on: date
    instead_of: InsteadV1 | None = None


class WordV1(Content, frozen=True, kw_only=True, omit_defaults=True):
    """What became of it on one of its days, by the promiser's own word.

    plan: the promise that takes its place. corrected: how often it was put right on the day it was said.
    """

    said: Said
    said_on: date
    reason: str = ""
    plan: UUID | None = None
    corrected: int = 0


class NoteV1(Content, frozen=True, kw_only=True, omit_defaults=True):
    """What somebody notes for themselves beside a promise. Nobody else ever reads it."""

    text: str
    written_on: date


PROMISE: Kind[PromiseV1] = Kind("promises.Promise.sealed", PromiseV1)
WORD: Kind[WordV1] = Kind("promises.Word.sealed", WordV1)
NOTE: Kind[NoteV1] = Kind("promises.Note.sealed", NoteV1)
