"""The line of an article that answers best, cut into pieces so that the page can mark what was looked for."""

import re
from collections.abc import Callable, Sequence
from dataclasses import dataclass

WORD = re.compile(r"[^\W_]+(?:[’'][^\W_]+)*")
BEFORE, LONGEST = 60, 200


@dataclass(frozen=True)
class Piece:
    text: str
    sought: bool


def excerpt(
    title: str, lines: Sequence[str], matched: frozenset[str], fold: Callable[[str], list[str]]
) -> tuple[tuple[Piece, ...], tuple[Piece, ...]]:
    """The title and one line. The line with most different words wins, the earliest of these."""

    def sought(word: str) -> bool:
        return any(part in matched for part in fold(word))

    def different(line: str) -> int:
        return len(matched & set(fold(line)))

    return pieces(title, sought), pieces(cut(max(lines, key=different), sought), sought)


def cut(line: str, sought: Callable[[str], bool]) -> str:
    """At most about LONGEST signs, from a little before the first word that was looked for, at word ends."""
    if len(line) <= LONGEST:
        return line
    first = next((hit.start() for hit in WORD.finditer(line) if sought(hit.group())), 0)
    start = 0 if first <= BEFORE else line.rfind(" ", 0, first - BEFORE + 20) + 1
    end = len(line) if len(line) - start <= LONGEST else line.rfind(" ", 0, start + LONGEST)
    return ("… " if start else "") + line[start:end] + (" …" if end < len(line) else "")


def pieces(text: str, sought: Callable[[str], bool]) -> tuple[Piece, ...]:
    """The whole text again, in order."""
    made, at = [], 0
    for hit in WORD.finditer(text):
        if sought(hit.group()):
            made += [Piece(text[at : hit.start()], False), Piece(hit.group(), True)]
            at = hit.end()
    made.append(Piece(text[at:], False))
    return tuple(piece for piece in made if piece.text)
