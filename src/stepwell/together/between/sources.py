"""What two have shown to one another. Rooms that hold something of it hand it in from their `apps.py`."""

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, field
from datetime import date, tzinfo
from typing import TYPE_CHECKING
from uuid import UUID

from django.utils.translation import gettext as _

from stepwell.ground.spaces.api import Couple
from stepwell.ground.vault.api import Keyring

if TYPE_CHECKING:
    from django_stubs_ext import StrOrPromise


@dataclass(frozen=True)
class Shown:
    """What one copy in the circle of two says of one day of one person. rated: signal -> 0 to 10."""

    person: UUID
    day: date
    rated: Mapping[str, float]


@dataclass(frozen=True)
class Source:
    """Days that two have shown to one another, out of the circle of two alone.

    days: every copy in that circle, in any order; asked only when the stamp is another.
    stamp: changes whenever `days` would; it opens nothing.
    joint: on how many days both show anything, counted no further than the given number; it opens nothing.
    signals: what is rated, in words.
    """

    key: str
    days: Callable[[Keyring, UUID], Iterable[Shown]]
    stamp: Callable[[Keyring, UUID], str]
    joint: Callable[[Keyring, UUID, int], int]
    signals: "Mapping[str, StrOrPromise]" = field(default_factory=dict)


@dataclass(frozen=True)
class Month:
    """One month of the space of two, which is open, as both read it. first, last: both included."""

    couple: Couple
    first: date
    last: date
    names: Mapping[UUID, str]
    zone: tzinfo

    @property
    def circle(self) -> UUID:
        return self.couple.circle

    def holds(self, day: date) -> bool:
        return self.first <= day <= self.last

    def name(self, person: UUID) -> str:
        """Under which name this person goes in this space."""
        return self.names.get(person) or _("one of you")


@dataclass(frozen=True)
class Line:
    """words: a sentence, or what somebody wrote. more: sentences below it. Nothing in it counts a person."""

    words: str
    more: tuple[str, ...] = ()


@dataclass(frozen=True)
class Chapter:
    """One part of a month to read together. lines: out of what both can read, the same for both."""

    key: str
    heading: "StrOrPromise"
    order: int
    lines: Callable[[Keyring, Month], Iterable[Line]]


_sources: dict[str, Source] = {}
_chapters: dict[str, Chapter] = {}


def add_source(source: Source) -> None:
    """The last one to name a key wins, so a reload changes nothing."""
    _sources[source.key] = source


def add_chapter(chapter: Chapter) -> None:
    """The last one to name a key wins, so a reload changes nothing."""
    _chapters[chapter.key] = chapter


def sources() -> tuple[Source, ...]:
    return tuple(_sources[key] for key in sorted(_sources))


def chapters() -> tuple[Chapter, ...]:
    return tuple(sorted(_chapters.values(), key=lambda one: (one.order, one.key)))


def signals() -> "dict[str, StrOrPromise]":
    return {key: words for source in sources() for key, words in source.signals.items()}
