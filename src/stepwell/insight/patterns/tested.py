"""The links of one trial, and what is said of them so far."""

from collections.abc import Callable
from dataclasses import dataclass, field

import numpy as np

from stepwell.insight.patterns.diary import Numbers, Truth, Whole
from stepwell.insight.patterns.evidence import evidence, normal_score
from stepwell.insight.patterns.trial import Trial, scores

Key = tuple[str, int]  # whose factor, and its column
Column = Callable[[str, int], Numbers]  # its values over all days


@dataclass(slots=True, eq=False)
class Tested:
    """Links of one trial, (k,) each. effect, error: points; overlaps: those it travels with, by
    (owner, factor); inseparable: those it travels with are not shown either."""

    trial: Trial
    expected: Whole
    with_: Whole
    without: Whole
    weight: Numbers
    enough: Truth
    effect: Numbers
    error: Numbers
    evidence: Numbers
    alone: Numbers  # the evidence before others were allowed for
    shown: Truth
    overlaps: list[list[Key]] = field(default_factory=list)
    inseparable: set[int] = field(default_factory=set)

    def judge(self, open_: Truth) -> None:
        """Estimate again, given what the trial now allows for, where open_."""
        effect, error = scores(self.trial)
        score = normal_score(effect / error, self.trial.freedom)
        found = evidence(score, error / self.trial.spread, self.expected)
        self.effect = np.where(open_, effect, self.effect)
        self.error = np.where(open_, error, self.error)
        self.evidence = np.where(open_, found, self.evidence)

    def put(self, at: int, effect: float, error: float, evidence_: float) -> None:
        """What is now said of one link."""
        self.effect[at], self.error[at], self.evidence[at] = effect, error, evidence_

    def name(self, at: int, others: list[Key]) -> None:
        """One link and these others are not to be told apart."""
        self.inseparable.add(at)
        self.overlaps[at] += [other for other in others if other not in self.overlaps[at]]

    def key(self, at: int) -> Key:
        return self.trial.owner, int(self.trial.which[at])
