"""What somebody wrote as lines that a page or a file can show: a heading each, and what stands under it."""

from collections.abc import Iterable
from dataclasses import dataclass
from typing import TYPE_CHECKING

from stepwell.own.journal.content import CHIPS, PARTS, SaidV1
from stepwell.own.journal.page_words import PART_LABELS, THEIR_LABELS
from stepwell.own.journal.vocabulary import label

if TYPE_CHECKING:
    from django_stubs_ext import StrOrPromise


@dataclass(frozen=True)
class Line:
    """said: the text alone, or one string for each word. shown: the other may read it."""

    key: str
    heading: "StrOrPromise"
    said: tuple[str, ...]
    shown: bool = False

    @property
    def listed(self) -> bool:
        return self.key in CHIPS


def in_words(said: SaidV1, part: str) -> tuple[str, ...]:
    value = getattr(said, part)
    if part in CHIPS:
        return tuple(str(label(part, word)) for word in value)
    return (value,) if value else ()


def lines(said: SaidV1, shown: Iterable[str] = (), *, theirs: bool = False) -> list[Line]:
    """Only what was written, in the order of the page."""
    headings, marked = THEIR_LABELS if theirs else PART_LABELS, set(shown)
    return [
        Line(part, headings[part], found, part in marked) for part in PARTS if (found := in_words(said, part))
    ]


@dataclass(frozen=True)
class PairLine:
    heading: "StrOrPromise"
    listed: bool
    one: tuple[str, ...]
    other: tuple[str, ...]


def differing(one: SaidV1, other: SaidV1) -> list[PairLine]:
    """Where two wordings say different things."""
    return [
        PairLine(PART_LABELS[part], part in CHIPS, in_words(one, part), in_words(other, part))
        for part in PARTS
        if getattr(one, part) != getattr(other, part)
    ]
