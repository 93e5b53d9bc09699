"""What no rule names: words weighed together, as learnt from the examples that are not kept apart.

A plain linear weighing with its weights in a file: the same answer every time, and no library.
"""

import json
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache
from itertools import pairwise
from math import exp, sqrt

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


@dataclass(frozen=True, slots=True)
class Weighed:
    """By `known` traits: how sure, from 0 to 1, that something may land as a blow; the share of each kind."""

    known: int
    any: float
    kinds: dict[str, float]


def traits(words: Sequence[str], marks: frozenset[str], tags: dict[str, tuple[str, ...]]) -> list[str]:
    """What a sentence is weighed by: its words, pairs, threes, word classes, and who is spoken of."""
    kept = [word for word in words if word not in {",", '"'}]
    framed = ["<", *kept, ">"]
    found = set(kept)
    found.update(f"{one} {two}" for one, two in pairwise(framed))
    found.update(
        f"{one} {two} {three}" for one, two, three in zip(framed, framed[1:], framed[2:], strict=False)
    )
    found.update(f"{one} * {three}" for one, three in zip(framed, framed[2:], strict=False))
    for word in kept:
        found.update(tags.get(word, ()))
    first = found & {"i", "my", "me"}
    if found & {"you", "your"}:
        found.add("#you" if first else "#you alone")
    if kept[:1] == ["i"]:
        found.add("#i first")
    found.add(f"#long {min(MOST_STEPS, len(kept) // LONGEST_STEP)}")
    found.update(f"#mark {mark}" for mark in marks)
    return sorted(found)


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

    weights: dict[str, list[float]]
    tags: dict[str, tuple[str, ...]]

    def weigh(self, words: Sequence[str], marks: frozenset[str]) -> Weighed:
        known = [self.weights[one] for one in traits(words, marks, self.tags) if one in self.weights]
        rest = self.weights[""]
        by = 1 / sqrt(max(1, len(known)))
        sums = [bias + by * sum(column) for bias, column in zip(rest, zip(*known, strict=True), strict=True)]
        sums = sums or rest
        shares = [exp(min(30.0, one)) for one in sums[1:]]
        return Weighed(
            len(known),
            1 / (1 + exp(-max(-30.0, min(30.0, sums[0])))),
            {kind: share / sum(shares) for kind, share in zip(KINDS, shares, strict=True)},
        )


@cache
def scale(code: str = "en") -> Scale:
    weights = json.loads((HERE / code / "weights.json").read_text("utf-8"))
    return Scale(weights, tags_of(book(code).language))
