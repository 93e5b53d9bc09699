"""Lines of what is in and what is out, and when two of them are the same."""

import re
import unicodedata
from collections.abc import Iterable

EDGES = " \t.,;:-–—*•"


def lines_of(text: str) -> tuple[str, ...]:
    """A line for each, without empty ones and without any that stands there twice."""
    return apart(re.sub(r"\s+", " ", line).strip() for line in text.splitlines())


def same(line: str) -> str:
    """Capitals, spaces and marks at the ends do not matter."""
    return " ".join(unicodedata.normalize("NFKC", line).casefold().split()).strip(EDGES)


def apart(lines: Iterable[str]) -> tuple[str, ...]:
    """Each once, in an order that says nothing of who wrote it."""
    found: dict[str, str] = {}
    for line in lines:
        if same(line):
            found.setdefault(same(line), line)
    return tuple(found[key] for key in sorted(found))
