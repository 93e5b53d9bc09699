"""What somebody wrote as lines that a page can draw: a heading for each part, and what stands under it."""

from collections.abc import Iterable
from dataclasses import dataclass
from typing import TYPE_CHECKING

from stepwell.own.pace.content import LEAVES, LineV1, Said, lines_of
from stepwell.own.pace.page_words import heading

if TYPE_CHECKING:
    from django_stubs_ext import StrOrPromise


@dataclass(frozen=True)
class Part:
    """text: as it was written. lines: each with whether the other may read it."""

    key: str
    heading: "StrOrPromise"
    text: str
    lines: tuple[tuple[str, bool], ...]


def parts(leaf: str, said: Said, shown: Iterable[LineV1] = ()) -> list[Part]:
    """Only what was written, in the order of the page."""
    seen = {(line.part, line.words) for line in shown if line.leaf == leaf}
    return [
        Part(part, heading(leaf, part), said[part], tuple((one, (part, one) in seen) for one in lines))
        for part in LEAVES[leaf]
        if (lines := lines_of(said.get(part, "")))
    ]


def differing(leaf: str, one: Said, other: Said) -> list[tuple["StrOrPromise", str, str]]:
    """Where two wordings say different things."""
    return [
        (heading(leaf, part), one.get(part, ""), other.get(part, "").strip())
        for part in LEAVES[leaf]
        if one.get(part, "") != other.get(part, "").strip()
    ]
