"""Whether each shown link stands: beside the others, a little earlier too, and against its rivals."""

from dataclasses import dataclass

import numpy as np

from stepwell.insight.patterns.evidence import evidence, normal_score
from stepwell.insight.patterns.tested import Column, Key, Tested
from stepwell.insight.patterns.trial import SLIGHT

# The evidence was already enough so many answered days ago, in STEPS steps, so that nothing is shown today
# and gone tomorrow: a part of the diary, and at most three weeks.
STEADY_PART, STEADY_MOST, STEPS = 0.07, 21, 3
# a factor with this much evidence of its own is a rival; given it, this much has to be left
RIVAL, LEFT = 3.0, 10.0


@dataclass(frozen=True, slots=True)
class Standing:
    """effect, error: points; evidence: today; least: over the days back."""

    effect: float
    error: float
    evidence: float
    least: float


def confirm(group: list[Tested], needed: float, column: Column) -> None:
    """Keep what stands; the weakest goes first. What cannot be told apart names what it overlaps with."""
    chosen = [(tested, at) for tested in group for at in np.flatnonzero(tested.shown).tolist()]
    chosen = _steady(chosen, needed, column)
    kept = [tested.key(at) for tested, at in chosen]
    for tested in group:
        hidden = (
            ~tested.shown
            & (tested.alone * tested.weight >= needed)
            & (tested.evidence * tested.weight < needed)
        )
        tested.overlaps = [kept if hide else [] for hide in hidden]
    for tested, at in chosen:
        rivals = _rivals(group, tested, at, kept, column)
        if rivals:
            tested.shown[at] = False
            tested.overlaps[at] = rivals


def _steady(chosen: list[tuple[Tested, int]], needed: float, column: Column) -> list[tuple[Tested, int]]:
    while chosen:
        least = []
        for place, (tested, at) in enumerate(chosen):
            others = [t.key(i) for n, (t, i) in enumerate(chosen) if n != place]
            found = given(tested, at, others, column)
            tested.effect[at], tested.error[at] = found.effect, found.error
            tested.evidence[at] = found.evidence
            least.append(found.least * float(tested.weight[at]))
        weakest = int(np.argmin(least))
        if least[weakest] >= needed:
            break
        tested, at = chosen.pop(weakest)
        tested.shown[at] = False
    return chosen


def _rivals(group: list[Tested], tested: Tested, at: int, kept: list[Key], column: Column) -> list[Key]:
    """Factors that are not shown and leave too little of this link when they are allowed for."""
    mine = tested.key(at)
    others = [key for key in kept if key != mine]
    found = []
    for rival in group:
        for place in np.flatnonzero(rival.enough & ~rival.shown & (rival.alone >= RIVAL)).tolist():
            key = rival.key(place)
            if key not in kept and given(tested, at, [*others, key], column).evidence < LEFT:
                found.append(key)
    return found


def given(tested: Tested, at: int, others: list[Key], column: Column) -> Standing:
    """A link estimated given others."""
    trial = tested.trial
    target, rest = trial.whitened(column(*tested.key(at))), trial.fit.rest
    whole = float(target @ target)
    if others:
        basis, _ = np.linalg.qr(np.column_stack([trial.whitened(column(*other)) for other in others]))
        target, rest = target - basis @ (basis.T @ target), rest - basis @ (basis.T @ rest)
    weight = float(target @ target)
    if weight <= SLIGHT * whole:  # the others say it all
        return Standing(0.0, trial.scale / float(np.sqrt(SLIGHT * max(whole, SLIGHT))), 1.0, 1.0)
    effect = float(target @ rest) / weight
    left = rest - effect * target
    freedom = max(1, trial.fit.freedom - len(others))
    scale = float(np.sqrt(left @ left / freedom))
    back = min(STEADY_MOST, round(STEADY_PART * len(rest)))
    ends = len(rest) - 1 - back * np.arange(STEPS + 1) // STEPS
    weights = np.maximum(np.cumsum(target**2)[ends], 1e-9)
    errors = scale / np.sqrt(weights)
    score = normal_score(np.cumsum(target * rest)[ends] / weights / errors, freedom)
    found = evidence(score, errors / trial.spread, np.full(len(ends), tested.expected[at]))
    return Standing(effect, float(errors[0]), float(found[0]), float(found.min()))
