"""python -m stepwell.insight.phrasing.learn: weigh words anew, from the examples that are not kept apart.

Takes about ten seconds and writes weights.json. The same examples give the same file.
"""

import json
import sys
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from hashlib import sha256
from math import exp, sqrt

from stepwell.insight.phrasing.context import Context
from stepwell.insight.phrasing.examples import Example, teaching
from stepwell.insight.phrasing.language import HERE
from stepwell.insight.phrasing.reading import read
from stepwell.insight.phrasing.rules import KINDS, Book, book
from stepwell.insight.phrasing.weighing import UNIT, tags_of, traits

ROUNDS = 14
STEP = 2.0
SHRINK = 0.00001
RAREST = 2
# Which sentence of a longer draft is meant is not known: it teaches nothing.
MOST_SENTENCES = 3
# A trait that says less than this of every kind is left out, in hundredths.
LEAST = 12


@dataclass(frozen=True)
class Lesson:
    """One sentence: what is aimed at, and how much it teaches."""

    traits: list[str]
    aims: list[float]
    weight: float


def lessons(drafts: Sequence[Example], rules: Book) -> list[Lesson]:
    tags = tags_of(rules.language)
    found = []
    for draft in drafts:
        reading = read(draft.text, rules.language)
        if draft.kinds and len(reading.sentences) > MOST_SENTENCES:
            continue
        marks = Context.of(reading, rules).marks - {"long"}
        aims = [float(bool(draft.kinds)), *(float(kind in draft.kinds) for kind in KINDS)]
        weight = 1 / len(reading.sentences) if draft.kinds else 1.0
        for begin, stop in reading.sentences:
            said = sorted(traits(reading.words[begin:stop], marks, tags))
            found.append(Lesson(said, aims, weight))
    # An order that hangs on nothing but the lessons themselves.
    return sorted(found, key=lambda one: sha256(" ".join(one.traits).encode()).hexdigest())


def digest(given: Sequence[Lesson]) -> str:
    """What the weights were learnt from, in short."""
    told = "\n".join(f"{one.traits} {one.aims} {one.weight}" for one in given)
    return sha256(told.encode()).hexdigest()


def learnt(given: Sequence[Lesson]) -> dict[str, list[int]]:
    """Weights by trait; the empty trait holds what is added to every sum."""
    seen = Counter(trait for lesson in given for trait in lesson.traits)
    weights = {trait: [0.0] * (1 + len(KINDS)) for trait, times in sorted(seen.items()) if times >= RAREST}
    known = [[weights[trait] for trait in lesson.traits if trait in weights] for lesson in given]
    rest = [0.0] * (1 + len(KINDS))
    for turn in range(ROUNDS):
        step = STEP / (1 + turn / 4)
        for lesson, held in zip(given, known, strict=True):
            _learn(lesson, held, rest, step)
        for one in weights.values():
            one[:] = [weight * (1 - SHRINK * len(given) * step) for weight in one]
    whole = {trait: [round(one * UNIT) for one in held] for trait, held in weights.items()}
    kept = {trait: held for trait, held in whole.items() if max(map(abs, held)) >= LEAST}
    return {"": [round(one * UNIT) for one in rest], **kept}


def _learn(lesson: Lesson, known: list[list[float]], rest: list[float], step: float) -> None:
    by = 1 / sqrt(max(1, len(known)))
    sums = [bias + by * sum(column) for bias, column in zip(rest, zip(*known, strict=True), strict=False)]
    says = [1 / (1 + exp(-max(-30.0, min(30.0, one)))) for one in sums or rest]
    moves = [step * lesson.weight * (aim - say) for aim, say in zip(lesson.aims, says, strict=True)]
    rest[:] = [bias + move * 0.1 for bias, move in zip(rest, moves, strict=True)]
    moves = [move * by for move in moves]
    for held in known:
        held[:] = [weight + move for weight, move in zip(held, moves, strict=True)]


def main() -> int:
    given = lessons(teaching(), book())
    found = learnt(given)
    lines = ",\n".join(
        f"{json.dumps(trait)}: {json.dumps(held, separators=(',', ':'))}"
        for trait, held in sorted(found.items())
    )
    head = f'{{\n"learnt from": "{digest(given)}",\n"weights": {{\n'
    (HERE / "en" / "weights.json").write_text(head + lines + "\n}}\n", encoding="utf-8")
    sys.stdout.write(f"{len(found)} traits weighed.\n")
    return 0


if __name__ == "__main__":
    raise SystemExit(main())
