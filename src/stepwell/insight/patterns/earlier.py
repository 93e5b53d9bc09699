"""Whether the evidence was once enough and has fallen since: then it is said that this no longer holds.

The evidence of the first days alone, week by week, with slow drift and inertia as they are read today. It is
the running e-value of the same link, not a copy of what was on the page on each past day.
"""

import numpy as np

from stepwell.insight.patterns import sturdy
from stepwell.insight.patterns.diary import Numbers, Truth, Whole
from stepwell.insight.patterns.evidence import evidence, normal_score
from stepwell.insight.patterns.trial import Trial

STEP = 7  # answered days
STEADY_WEEKS = 4  # in a row, as for what is shown
FAR = 2.5  # no evidence of a nearer score is enough
MARGIN = 1.2  # since drift read today may flatter the past a little


def once_enough(trial: Trial, which: Whole, expected: Whole, needed: Numbers, fewest: int) -> Truth:
    """which: (k,) places in the trial; expected, needed: (k,). True where it was reached earlier."""
    ends = np.arange(fewest, len(trial.rows), STEP)
    if not len(ends) or not len(which):
        return np.zeros(len(which), dtype=bool)
    free = _free(trial, which)
    top = np.cumsum(free * trial.rest[:, None], axis=0)[ends - 1]
    weight = np.maximum(np.cumsum(free**2, axis=0)[ends - 1], 1e-6)
    error = 1.0 / np.sqrt(weight)
    score = top * error / trial.scale
    far = np.flatnonzero(np.abs(score).max(axis=0) >= FAR)
    reached = np.zeros(len(which))
    if len(far):
        errors = error[:, far] * trial.scale / trial.spread
        found = evidence(score[:, far], errors, expected[far])
        weeks = min(STEADY_WEEKS, len(found))
        held = np.min([found[i : len(found) - weeks + 1 + i] for i in range(weeks)], axis=0)
        reached[far] = held.max(axis=0)
    return np.asarray(reached >= MARGIN * needed)


def evidence_until(trial: Trial, which: Whole, expected: Whole, ends: Whole) -> Numbers:
    """(k,): the evidence of each link from its first `ends` answered days alone; 1 where there are none."""
    if not len(which):
        return np.ones(0)
    free = _free(trial, which)
    last, column = np.maximum(ends - 1, 0), np.arange(len(which))
    top = np.cumsum(free * trial.rest[:, None], axis=0)[last, column]
    weight = np.maximum(np.cumsum(free**2, axis=0)[last, column], 1e-6)
    error = 1.0 / np.sqrt(weight)
    score = normal_score(top * error / trial.scale, trial.freedom)
    return np.where(ends > 0, evidence(score, error * trial.scale / trial.spread, expected), 1.0)


def _free(trial: Trial, which: Whole) -> Numbers:
    """(n, k): these factors without what is allowed for."""
    free = sturdy.left_over(trial.fit.basis, trial.f[:, which])
    for direction in trial.directions:
        free -= np.outer(direction, direction @ free)
    return free
