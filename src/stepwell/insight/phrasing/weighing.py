"""Words weighed together, as learnt from the examples that are not kept apart.

A plain linear weighing with its weights in a file, as whole numbers: the same answer every time, no library.
"""

import json
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from functools import cache
from itertools import pairwise
from math import sqrt

from stepwell.insight.phrasing.language import HERE, Language
from stepwell.insight.phrasing.rules import KINDS, book

TAGGED = [
    "trait",
    "label",
    "insult",
    "vile",
    "gooddeed",
    "baddeed",
    "kind",
    "small",
    "deed",
    "bygone",
    "sensitive",
    "silly",
    "overdo",
    "later",
    "number",
    "touch",
    "secret",
    "now",
    "leaving",
    "answer",
    "forgive",
    "partner",
    "kin",
    "them",
    "kids",
    "merely",
]
LONGEST_STEP, MOST_STEPS = 4, 6
# A word is also weighed by its pieces of so many letters; nobody needs more of them than so many.
PIECE, MOST_LETTERS = 4, 24
# Weights are whole numbers, hundredths of what they stand for.
UNIT = 100


@dataclass(frozen=True, slots=True)
class Weighed:
    """By `known` traits: how strongly (0 is undecided) they speak for anything at all, and for each kind."""

    known: int
    any: float
    kinds: dict[str, float]


def traits(words: Sequence[str], marks: frozenset[str], tags: dict[str, tuple[str, ...]]) -> set[str]:
    """What a sentence is weighed by: words, pairs, pieces of words, word classes, and who is spoken of."""
    kept = [word for word in words if word not in {",", '"'}]
    found = set(kept)
    found.update(f"{one} {two}" for one, two in pairwise(["<", *kept, ">"]))
    for word in set(kept):
        found.update(tags.get(word, ()))
        found.update(_pieces(word))
    first = found & {"i", "my", "me"}
    if found & {"you", "your"}:
        found.add("#you" if first else "#you alone")
    if kept[:1] == ["i"]:
        found.add("#i first")
    found.add(f"#long {min(MOST_STEPS, len(kept) // LONGEST_STEP)}")
    found.update(f"#mark {mark}" for mark in marks)
    return found


def _pieces(word: str) -> Iterable[str]:
    """Of "selfish": <sel self elfi lfis fish ish>. What is misspelt keeps most of them."""
    if PIECE < len(word) <= MOST_LETTERS:
        framed = f"<{word}>"
        for at in range(len(framed) - PIECE + 1):
            yield "~" + framed[at : at + PIECE]


def tags_of(language: Language) -> dict[str, tuple[str, ...]]:
    found: dict[str, tuple[str, ...]] = {}
    for name in TAGGED:
        for phrase in sorted(language.classes[name]):
            if len(phrase) == 1:
                found[phrase[0]] = (*found.get(phrase[0], ()), "@" + name)
    return found


@dataclass(frozen=True)
class Scale:
    """Weights by trait: the first for anything at all, then one for each kind."""

    weights: dict[str, list[int]]
    tags: dict[str, tuple[str, ...]]

    def weigh(self, words: Sequence[str], marks: frozenset[str]) -> Weighed:
        known = [self.weights[one] for one in traits(words, marks, self.tags) if one in self.weights]
        rest = self.weights[""]
        by = 1 / sqrt(max(1, len(known)))
        whole = [sum(column) for column in zip(*known, strict=True)] or [0] * len(rest)
        sums = [(bias + by * one) / UNIT for bias, one in zip(rest, whole, strict=True)]
        return Weighed(len(known), sums[0], dict(zip(KINDS, sums[1:], strict=True)))


@cache
def scale(code: str = "en") -> Scale:
    weights = json.loads((HERE / code / "weights.json").read_text("utf-8"))
    return Scale(weights["weights"], tags_of(book(code).language))
