"""python -m stepwell.insight.phrasing.measure: how well drafts are told apart, beside a list of words."""

import sys
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from time import process_time

from stepwell.insight.phrasing.baseline import by_keywords
from stepwell.insight.phrasing.examples import OWNED, Example, examples
from stepwell.insight.phrasing.looking import look
from stepwell.insight.phrasing.rules import KINDS, book

Finder = Callable[[str], frozenset[str]]


@dataclass(frozen=True)
class Score:
    """`found`: of the drafts with something to mark. `alarms`: of those without; `owned`: of owned feelings.

    `kinds`: precision, recall and F1 of each kind. All from 0 to 1.
    """

    drafts: int
    found: float
    alarms: float
    owned: float
    kinds: dict[str, tuple[float, float, float]]

    @property
    def macro(self) -> float:
        return sum(f1 for _precision, _recall, f1 in self.kinds.values()) / len(self.kinds)


def by_rules(text: str) -> frozenset[str]:
    return frozenset(one.kind for one in look(text).findings)


def score(drafts: Sequence[Example], finder: Finder = by_rules) -> Score:
    told = [(one, finder(one.text)) for one in drafts]
    clean = [(one, got) for one, got in told if not one.kinds]
    return Score(
        len(told),
        _share([bool(got) for one, got in told if one.kinds]),
        _share([bool(got) for _one, got in clean]),
        _share([bool(got) for one, got in clean if one.note == OWNED]),
        {kind: _kind([(kind in one.kinds, kind in got) for one, got in told]) for kind in KINDS},
    )


def _share(told: Sequence[bool]) -> float:
    return sum(told) / len(told) if told else 0.0


def _kind(told: Sequence[tuple[bool, bool]]) -> tuple[float, float, float]:
    hits = sum(wanted and got for wanted, got in told)
    precision = hits / max(1, sum(got for _wanted, got in told))
    recall = hits / max(1, sum(wanted for wanted, _got in told))
    return precision, recall, 2 * precision * recall / (precision + recall) if hits else 0.0


def told(name: str, found: Score) -> str:
    lines = [
        f"{name}: {found.drafts} drafts, found {found.found:.3f}, false alarms {found.alarms:.3f} "
        f"(on owned feelings {found.owned:.3f}), macro-F1 {found.macro:.3f}"
    ]
    lines += [
        f"  {kind:15} precision {p:.2f}  recall {r:.2f}  F1 {f1:.2f}"
        for kind, (p, r, f1) in found.kinds.items()
    ]
    return "\n".join(lines)


def main() -> int:
    every = examples()
    apart = [one for one in every if one.held_apart]
    book()
    began = process_time()
    rules = score(every)
    each = (process_time() - began) * 1000 / len(every)
    tuning = score([one for one in every if not one.held_apart])
    shown = [("tuning", tuning), ("held apart", score(apart)), ("all", rules)]
    shown.append(("held apart, by a list of words", score(apart, by_keywords)))
    sys.stdout.write("\n".join(told(name, found) for name, found in shown) + f"\n{each:.2f} CPU-ms a draft\n")
    return 0


if __name__ == "__main__":
    raise SystemExit(main())
