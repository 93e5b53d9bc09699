"""Whether each shown link stands: beside the others, a little earlier too, and against its rivals."""

from dataclasses import dataclass

import numpy as np

from stepwell.insight.patterns import sturdy
from stepwell.insight.patterns.diary import Numbers
from stepwell.insight.patterns.evidence import evidence, normal_score
from stepwell.insight.patterns.tested import Column, Key, Tested
from stepwell.insight.patterns.trial import SLIGHT

# The evidence was already enough so many answered days ago, in STEPS steps, so that nothing is shown today
# and gone tomorrow: a part of the diary, and at most three weeks.
STEADY_PART, STEADY_MOST, STEPS = 0.07, 21, 3
# a factor with this much evidence of its own is a rival; given it, this much has to be left
RIVAL, LEFT = 3.0, 10.0
ALIKE = 0.95  # of the days on which both noted a thing: so many notes agree, and it is one thing
# of the mean's standard errors that the sturdy estimate may lie from it
APART = 1.0

Place = tuple[Tested, int]


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
    for tested, at in chosen:
        _keep_to_the_mean(tested, at, [key for key in kept if key != tested.key(at)], column)
    for tested in group:
        hidden = (
            ~tested.shown
            & (tested.alone * tested.weight >= needed)
            & (tested.evidence * tested.weight < needed)
        )
        tested.overlaps = [list(kept) if hide else [] for hide in hidden]
    found = [
        (place, _rivals(group, place, kept, rest, column))
        for place, rest in zip(chosen, _rests(chosen, column), strict=True)
    ]
    _not_told_apart([(place, rivals) for place, rivals in found if rivals], kept, column)


def _steady(chosen: list[Place], needed: float, column: Column) -> list[Place]:
    while chosen:
        least = []
        for place, ((tested, at), rest) in enumerate(zip(chosen, _rests(chosen, column), strict=True)):
            others = [t.key(i) for n, (t, i) in enumerate(chosen) if n != place]
            found = given(tested, at, others, rest, column)
            tested.put(at, found.effect, found.error, found.evidence)
            least.append(found.least * float(tested.weight[at]))
        weakest = int(np.argmin(least))
        if least[weakest] >= needed:
            break
        tested, at = chosen.pop(weakest)
        tested.shown[at] = False
    return chosen


def _keep_to_the_mean(tested: Tested, at: int, others: list[Key], column: Column) -> None:
    """Where days with the factor are of two kinds, those pulled in are no accident: the mean is told."""
    effect, error = mean_given(tested, at, others, column)
    if abs(effect - float(tested.effect[at])) > APART * error:
        tested.put(at, effect, max(error, float(tested.error[at])), float(tested.evidence[at]))


def _rests(chosen: list[Place], column: Column) -> list[Numbers]:
    """For each, what its trial leaves of the outcome when wild days are judged beside all that is chosen."""
    keys = [tested.key(at) for tested, at in chosen]
    found: dict[int, Numbers] = {}
    for tested, _ in chosen:
        trial = tested.trial
        if id(trial) not in found:
            found[id(trial)] = trial.rest_beside([trial.whitened(column(*key)) for key in keys])
    return [found[id(tested.trial)] for tested, _ in chosen]


def _rivals(group: list[Tested], place: Place, kept: list[Key], rest: Numbers, column: Column) -> list[Place]:
    """Factors that are not shown and leave too little of this link when they are allowed for."""
    tested, at = place
    mine = tested.key(at)
    others = [key for key in kept if key != mine]
    found = []
    for rival in group:
        for there in np.flatnonzero(rival.enough & ~rival.shown & (rival.alone >= RIVAL)).tolist():
            key = rival.key(there)
            if key in kept or _same(mine, key, column):
                continue
            if _hides(tested, at, [*others, key], rest, column):
                found.append((rival, there))
    return found


def _same(one: Key, other: Key, column: Column) -> bool:
    """Whether both partners noted one and the same thing: then it is one, whoever noted it."""
    if one[1] != other[1]:
        return False
    here, there = column(*one), column(*other)
    both = ~np.isnan(here) & ~np.isnan(there)
    return bool(both.any() and (here[both] == there[both]).mean() >= ALIKE)


def _not_told_apart(found: list[tuple[Place, list[Place]]], kept: list[Key], column: Column) -> None:
    """Neither a link nor its rivals are shown; each names the others, and none is judged given another."""
    gone = [tested.key(at) for (tested, at), _ in found]
    still = [key for key in kept if key not in gone]
    for (tested, at), rivals in found:
        tested.shown[at] = False
        _judge_alone(tested, at, still, column)
        keys = [rival.key(there) for rival, there in rivals]
        tested.name(at, keys)
        for rival, there in rivals:
            rest = _judge_alone(rival, there, still, column)
            rival.name(there, [tested.key(at)])
            if rival.evidence[there] >= LEFT:
                others = [key for key in keys if key != rival.key(there)]
                rival.name(there, [k for k in others if _hides(rival, there, [*still, k], rest, column)])


def _judge_alone(tested: Tested, at: int, still: list[Key], column: Column) -> Numbers:
    """Judge a link given only what is still shown. Gives what the covariates leave of the outcome."""
    trial = tested.trial
    rest = trial.rest_beside([trial.whitened(column(*key)) for key in (tested.key(at), *still)])
    alone = given(tested, at, still, rest, column)
    tested.put(at, alone.effect, alone.error, alone.evidence)
    return rest


def _hides(tested: Tested, at: int, others: list[Key], rest: Numbers, column: Column) -> bool:
    """Whether too little of a link is left when these are allowed for."""
    return given(tested, at, others, rest, column).evidence < LEFT


def given(tested: Tested, at: int, others: list[Key], rest: Numbers, column: Column) -> Standing:
    """A link estimated given others. rest: (n,), what the trial's covariates leave of the outcome."""
    trial = tested.trial
    whole, target, rest = _beside(tested, at, others, rest, column)
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


def mean_given(tested: Tested, at: int, others: list[Key], column: Column) -> tuple[float, float]:
    """The effect by least squares, no day pulled in, and its error, which may differ from day to day.

    White (1980), Econometrica 48:817.
    """
    trial = tested.trial
    plain = sturdy.left_over(trial.fit.basis, trial.y)
    _, target, rest = _beside(tested, at, others, plain, column)
    weight = max(float(target @ target), SLIGHT)
    effect = float(target @ rest) / weight
    each = target * (rest - effect * target)
    return effect, float(np.sqrt(each @ each)) / weight


def _beside(
    tested: Tested, at: int, others: list[Key], rest: Numbers, column: Column
) -> tuple[float, Numbers, Numbers]:
    """The size of a factor before others are allowed for; it and `rest` after that, (n,) each."""
    trial = tested.trial
    target = trial.whitened(column(*tested.key(at)))
    whole = float(target @ target)
    if others:
        basis, _ = np.linalg.qr(np.column_stack([trial.whitened(column(*other)) for other in others]))
        target, rest = target - basis @ (basis.T @ target), rest - basis @ (basis.T @ rest)
    return whole, target, rest
