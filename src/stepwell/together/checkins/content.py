"""What is sealed: a check-in, the parts of it that were shown, a person's own words, what they usually show.

A payload that was ever written stays readable: a new shape gets a new version and an upgrade from this one.
"""

from collections.abc import Iterable
from datetime import datetime
from typing import Annotated, Literal
from uuid import UUID

from msgspec import Meta
from msgspec.structs import replace

from stepwell.ground.vault.api import Content, Kind

Rating = Annotated[int, Meta(ge=0, le=10)]
Window = Literal["over", "in", "under"]
Words = tuple[str, ...]

# A word from the lists is stored by its key, so that it can be shown in any language;
# a person's own word is stored as written, behind this mark.

SIGNALS = ("safety", "closeness", "trust", "calm")
FIELDS_OF: dict[str, tuple[str, ...]] = {
    "ratings": SIGNALS,
    "window": ("window",),
    "feelings": ("feelings",),
    "body": ("body",),
    "noticed": ("noticed",),
    "intend": ("intend",),
    "factors": ("hard", "helped"),
}
PARTS = tuple(FIELDS_OF)


class AnswersV1(Content, frozen=True, kw_only=True, omit_defaults=True):
    """What one person said at one check-in. Ratings run from 0 to 10; what was left out is None or empty."""

    safety: Rating | None = None
    closeness: Rating | None = None
    trust: Rating | None = None
    calm: Rating | None = None
    window: Window | None = None
    feelings: Words = ()
    body: Words = ()
    hard: Words = ()
    helped: Words = ()
    noticed: str = ""
    intend: str = ""


class AsideV1(Content, frozen=True, kw_only=True):
    """Another wording of a check-in, kept until its owner lets it go."""

    id: UUID
    answers: AnswersV1


class CheckInV1(Content, frozen=True, kw_only=True, omit_defaults=True):
    """A check-in in its owner's own circle.

    written_at: the owner's wall clock with its offset.
    revision: counts corrections of the answers, and nothing else.
    shown: the parts that were last chosen for the other (they are readable only while a shared copy exists).
    aside: other wordings, kept when the same check-in was corrected in two places at once.
    """

    answers: AnswersV1
    written_at: datetime
    revision: int = 1
    shown: Words = ()
    aside: tuple[AsideV1, ...] = ()


class SharedV1(Content, frozen=True, kw_only=True, omit_defaults=True):
    """The chosen parts, and nothing that tells a part left empty from a part not shown, nor the hour."""

    answers: AnswersV1


class OwnWordsV1(Content, frozen=True, kw_only=True, omit_defaults=True):
    """The words a person added to the lists, without the mark, in the order they came."""

    feelings: Words = ()
    body: Words = ()
    hard: Words = ()
    helped: Words = ()


class HabitsV1(Content, frozen=True, kw_only=True, omit_defaults=True):
    """show: parts ticked when the form opens. put_aside: suggested times this person wants out of sight."""

    show: Words = ()
    put_aside: tuple[UUID, ...] = ()


CHECK_IN: Kind[CheckInV1] = Kind("checkins.CheckIn.sealed", CheckInV1)
SHARED: Kind[SharedV1] = Kind("checkins.Shared.sealed", SharedV1)
OWN_WORDS: Kind[OwnWordsV1] = Kind("checkins.OwnWords.sealed", OwnWordsV1)
HABITS: Kind[HabitsV1] = Kind("checkins.Habits.sealed", HabitsV1)


def chosen(answers: AnswersV1, parts: Iterable[str]) -> AnswersV1:
    """Only the answers of these parts; everything else is as if it had never been written."""
    names = [name for part in PARTS if part in set(parts) for name in FIELDS_OF[part]]
    return replace(AnswersV1(), **{name: getattr(answers, name) for name in names})


def in_order(parts: Iterable[str]) -> tuple[str, ...]:
    """The known parts among these, once each, in the order of the page."""
    asked = set(parts)
    return tuple(part for part in PARTS if part in asked)


def is_blank(answers: AnswersV1) -> bool:
    return answers == AnswersV1()
