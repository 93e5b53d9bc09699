"""python -m stepwell.insight.phrasing.learn: weigh words anew, from the examples that are not kept apart.

Takes half a minute and writes weights.json. The same examples give the same file.
"""

import json
import sys
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from hashlib import sha256
from math import exp, sqrt

from stepwell.insight.phrasing.context import Context
from stepwell.insight.phrasing.examples import Example, examples
from stepwell.insight.phrasing.language import HERE
from stepwell.insight.phrasing.reading import read
from stepwell.insight.phrasing.rules import KINDS, Book, book
from stepwell.insight.phrasing.weighing import tags_of, traits

ROUNDS = 24
STEP = 1.2
SHRINK = 0.0004
RAREST = 2
# Which sentence of a longer draft is meant is not known: it teaches nothing.
MOST_SENTENCES = 3


@dataclass(frozen=True)
class Lesson:
    traits: list[str]
    aims: list[float]


def lessons(drafts: Sequence[Example], rules: Book) -> list[Lesson]:
    tags = tags_of(rules.language)
    found = []
    for draft in drafts:
        reading = read(draft.text, rules.language)
        marks = Context.of(reading, rules).marks - {"long"}
        said = [traits(reading.words[begin:stop], marks, tags) for begin, stop in reading.sentences]
        aims = [
            float(bool(draft.kinds)),
            *((kind in draft.kinds) / max(1, len(draft.kinds)) for kind in KINDS),
        ]
        if not draft.kinds:
            found += [Lesson(one, aims) for one in said]
        elif 0 < len(said) <= MOST_SENTENCES:
            found.append(Lesson(sorted({trait for one in said for trait in one}), aims))
    # An order that hangs on nothing but the lessons themselves.
    return sorted(found, key=lambda one: sha256(" ".join(one.traits).encode()).hexdigest())


def learnt(drafts: Sequence[Example]) -> dict[str, list[float]]:
    """Weights by trait; the empty trait holds what is added to every sum."""
    given = lessons(drafts, book())
    seen = Counter(trait for lesson in given for trait in lesson.traits)
    weights = {trait: [0.0] * 7 for trait, times in sorted(seen.items()) if times >= RAREST}
    rest = [0.0] * 7
    for turn in range(ROUNDS):
        step = STEP / (1 + turn / 6)
        for lesson in given:
            _learn(lesson, weights, rest, step)
        for held in weights.values():
            held[:] = [one * (1 - SHRINK * len(given) * step / 10) for one in held]
    kept = {trait: [round(one, 2) for one in held] for trait, held in weights.items()}
    return {"": [round(one, 2) for one in rest], **{trait: held for trait, held in kept.items() if any(held)}}


def _learn(lesson: Lesson, weights: dict[str, list[float]], rest: list[float], step: float) -> None:
    known = [weights[trait] for trait in lesson.traits if trait in weights]
    by = 1 / sqrt(max(1, len(known)))
    sums = [bias + by * sum(held[at] for held in known) for at, bias in enumerate(rest)]
    top = max(sums[1:])
    shares = [exp(one - top) for one in sums[1:]]
    whole = sum(shares)
    says = [1 / (1 + exp(-max(-30.0, min(30.0, sums[0])))), *(one / whole for one in shares)]
    marked = lesson.aims[0]
    # What has nothing to mark says nothing of the kinds.
    moves = [
        step * (aim - say) * (1 if at == 0 else marked)
        for at, (aim, say) in enumerate(zip(lesson.aims, says, strict=True))
    ]
    for at, move in enumerate(moves):
        rest[at] += move * 0.1
    for held in known:
        for at, move in enumerate(moves):
            held[at] += move * by


def main() -> int:
    found = learnt([one for one in examples() if not one.held_apart])
    lines = ",\n".join(f"{json.dumps(trait)}: {json.dumps(held)}" for trait, held in sorted(found.items()))
    (HERE / "en" / "weights.json").write_text("{\n" + lines + "\n}\n", encoding="utf-8")
    sys.stdout.write(f"{len(found)} traits weighed.\n")
    return 0


if __name__ == "__main__":
    raise SystemExit(main())
