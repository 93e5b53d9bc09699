"""One language as a folder of data: its words and spellings. Read once, then never changed."""

import tomllib
from collections.abc import Iterable
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

HERE = Path(__file__).parent
SHORTEST_SLIP = 6

Phrase = tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Language:
    """`classes` are sets of phrases by name; `slips` maps a misspelling to the word the rules know."""

    classes: dict[str, frozenset[Phrase]]
    spellings: dict[str, Phrase]
    endings: dict[str, Phrase]
    before_is: frozenset[str]
    signs: dict[str, str]
    turns: dict[str, tuple[frozenset[str], Phrase]]
    addressed: frozenset[str]
    vocabulary: set[str] = field(default_factory=set)
    slips: dict[str, str] = field(default_factory=dict)

    def learn(self, words: Iterable[str]) -> None:
        """Words of the rules join the vocabulary, and with it the slips that can be put right."""
        self.vocabulary.update(words)
        for word in sorted(self.vocabulary):
            if len(word) >= SHORTEST_SLIP and word.isalpha():
                self._learn_slips(word)

    def _learn_slips(self, word: str) -> None:
        for at in range(1, len(word) - 1):
            self.slips.setdefault(word[:at] + word[at + 1 :], word)
            self.slips.setdefault(word[:at] + word[at + 1] + word[at] + word[at + 2 :], word)


def from_folder(code: str) -> Language:
    folder = HERE / code
    spelling = tomllib.loads((folder / "spelling.toml").read_text("utf-8"))
    words = tomllib.loads((folder / "words.toml").read_text("utf-8"))
    made = Language(
        classes=_classes(words),
        spellings={typed: tuple(meant.split()) for typed, meant in _flat(spelling["words"])},
        endings={ending: tuple(meant.split()) for ending, meant in spelling["endings"].items()},
        before_is=frozenset(spelling["before_is"].split()),
        signs=spelling["signs"],
        turns={
            word: (frozenset(turn["before"].split()), tuple(turn["meant"].split()))
            for word, turn in spelling["turns"].items()
        },
        addressed=frozenset(spelling["addressed"].split()),
    )
    made.vocabulary.update(spelling["plain"].split())
    made.vocabulary.update(word for phrases in made.classes.values() for phrase in phrases for word in phrase)
    return made


def _flat(pairs: dict[str, str]) -> Iterable[tuple[str, str]]:
    """ "u ya ye" = "you": several ways to type the same."""
    for typed, meant in pairs.items():
        for one in typed.split():
            yield one, meant


def _classes(given: dict[str, Any]) -> dict[str, frozenset[Phrase]]:
    """A class is one text of words; a phrase has underscores; @name takes in another class."""
    found: dict[str, frozenset[Phrase]] = {}
    for name, text in given.items():
        phrases: set[Phrase] = set()
        for entry in text.split():
            if entry.startswith("@"):
                phrases |= found[entry[1:]]
            elif entry.startswith("-@"):
                phrases -= found[entry[2:]]
            else:
                phrases.add(tuple(entry.split("_")))
        found[name] = frozenset(phrases)
    return found
