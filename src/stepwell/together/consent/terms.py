"""Lines of what stays out, and when two of them are the same."""

import re
import unicodedata
from collections.abc import Iterable

EDGES = " \t.,;:-–—*•"


def one_line(text: str) -> str:
    """Without line ends, and without signs that nobody sees but the bytes count."""
    spaced = re.sub(r"\s+", " ", text)
    return "".join(sign for sign in spaced if unicodedata.category(sign) != "Cc").strip()


def lines_of(text: str) -> tuple[str, ...]:
    """A line for each, without empty ones and without any that stands there twice."""
    return apart(one_line(line) for line in text.splitlines())


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
