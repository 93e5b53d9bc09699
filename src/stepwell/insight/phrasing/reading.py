"""A draft as words: lower-case, spelt out, each knowing its place in the text as it was typed."""

import re
from collections.abc import Iterator
from dataclasses import dataclass

from stepwell.insight.phrasing.language import Language
from stepwell.insight.phrasing.spelling import Speller

# A stretch without a full stop is cut here, so that no sentence costs more than a bounded time.
LONGEST = 120
PIECES = re.compile(
    r"(?P<word>[^\W_]+(?:['’ʼ`´][^\W_]+)*(?:\*+[^\W_]*)?)|(?P<soft>\.{2,}|…|-{2,}|[,;:()—–])"
    r"|(?P<hard>[.!?]+|\n+)|(?P<quote>[\"“”„«»‘’'])|(?P<sign>[^\w\s])"
)
HARD = frozenset({".", "?", "!"})
STOPS = frozenset({".", "?", "!", ",", '"'})


@dataclass(frozen=True, slots=True)
class Reading:
    """Words and stops in order, the start and end of each in the text, and the sentences as ranges of words.

    Two words typed as one ("you're") share its place: a finding never begins in the middle of a word.
    """

    text: str
    words: list[str]
    starts: list[int]
    ends: list[int]
    sentences: list[tuple[int, int]]


def read(text: str, language: Language) -> Reading:
    made = Reading(text, [], [], [], [])
    turned = ""
    for word, start, end in _words(text, Speller(language)):
        if turned:
            before, meant = language.turns[turned]
            if word in before:
                _turn(made, meant)
        turned = word if word in language.turns else ""
        made.words.append(word)
        made.starts.append(start)
        made.ends.append(end)
    made.sentences.extend(_sentences(made.words))
    return made


def _turn(made: Reading, meant: tuple[str, ...]) -> None:
    """The last word ("your", before "so lazy") was meant as others."""
    start, end = made.starts.pop(), made.ends.pop()
    made.words.pop()
    made.words.extend(meant)
    made.starts.extend([start] * len(meant))
    made.ends.extend([end] * len(meant))


def _words(text: str, speller: Speller) -> Iterator[tuple[str, int, int]]:
    for found in PIECES.finditer(text):
        start, end = found.span()
        typed = found.group()
        match found.lastgroup:
            case "word":
                yield from ((part, start, end) for part in speller.spell(typed))
            case "soft":
                yield ",", start, end
            case "hard":
                yield ("?" if "?" in typed else "!" if "!" in typed else "."), start, end
            case "quote":
                yield '"', start, end
            case _:
                if name := speller.sign(typed):
                    yield name, start, end


def _sentences(words: list[str]) -> Iterator[tuple[int, int]]:
    begin = 0
    for at, word in enumerate(words):
        if word in HARD or at - begin >= LONGEST:
            if at > begin:
                yield begin, at + 1
            begin = at + 1
    if begin < len(words):
        yield begin, len(words)
