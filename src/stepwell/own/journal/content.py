"""What is sealed: an entry, the parts of it that were shown, and what a person keeps for their next entries.

A payload that was ever written stays readable: a new shape gets a new version and an upgrade from this one.
"""

from collections.abc import Iterable
from datetime import date, datetime
from typing import Literal
from uuid import UUID

from msgspec.structs import replace

from stepwell.ground.vault.api import Content, Kind

Sort = Literal["day", "gratitude", "reflection"]
Words = tuple[str, ...]

# A word of the lists is stored by its key; a person's own word as it was written, behind this mark.

# In the order of a page.
CHIPS = ("feelings", "body", "touched", "triggers", "helped", "hindered")
PARTS = ("happened", *CHIPS)
ASKED: dict[Sort, tuple[str, ...]] = {
    "day": PARTS,
    "gratitude": ("happened", "feelings", "helped"),
    "reflection": ("happened", "feelings", "body", "touched", "helped", "hindered"),
}


class SaidV1(Content, frozen=True, kw_only=True, omit_defaults=True):
    """What somebody wrote. What was left out is empty."""

    happened: str = ""
    feelings: Words = ()
    body: Words = ()
    touched: Words = ()
    triggers: Words = ()
    helped: Words = ()
    hindered: Words = ()


class AsideV1(Content, frozen=True, kw_only=True):
    """Another wording of an entry, kept until its owner lets it go."""

    id: UUID
    said: SaidV1


class EntryV1(Content, frozen=True, kw_only=True, omit_defaults=True):
    """An entry in its owner's own circle.

    prompt: the key of the thought that stood above the words, or empty.
    written_at: the owner's wall clock with its offset. revision: counts changes of what was said.
    shown: the parts last chosen for the other (readable only while a shared copy exists).
    aside: other wordings, kept when the same entry was changed in two places at once.
    """

    sort: Sort
    said: SaidV1
    written_at: datetime
    prompt: str = ""
    revision: int = 1
    shown: Words = ()
    aside: tuple[AsideV1, ...] = ()


class SharedV1(Content, frozen=True, kw_only=True, omit_defaults=True):
    """The chosen parts, and nothing that tells a part left empty from a part not shown, nor the hour."""

    sort: Sort
    said: SaidV1


class HabitsV1(Content, frozen=True, kw_only=True, omit_defaults=True):
    """For the next entries: words by kind that this person came to use, and prompts they do not want.

    refused: prompts that are not offered again. quiet_on: the day on which none is. quiet: none, ever.
    """

    words: dict[str, Words] = {}
    refused: Words = ()
    quiet_on: date | None = None
    quiet: bool = False


ENTRY: Kind[EntryV1] = Kind("journal.Entry.sealed", EntryV1)
SHARED: Kind[SharedV1] = Kind("journal.Shared.sealed", SharedV1)
HABITS: Kind[HabitsV1] = Kind("journal.Habits.sealed", HabitsV1)


def chosen(said: SaidV1, parts: Iterable[str]) -> SaidV1:
    """Only these parts; everything else is as if it had never been written."""
    asked = in_order(parts)
    return replace(SaidV1(), **{part: getattr(said, part) for part in asked})


def in_order(parts: Iterable[str]) -> Words:
    """The known parts among these, once each, in the order of the page."""
    asked = set(parts)
    return tuple(part for part in PARTS if part in asked)


def written(said: SaidV1) -> Words:
    """The parts that hold something."""
    return tuple(part for part in PARTS if getattr(said, part))
