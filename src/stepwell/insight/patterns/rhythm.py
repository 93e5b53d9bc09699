"""Whether Saturdays and Sundays differ, with slow drift and yesterday allowed for."""

import numpy as np

from stepwell.insight.patterns import noise, sturdy
from stepwell.insight.patterns.diary import Diary
from stepwell.insight.patterns.evidence import evidence, normal_score
from stepwell.insight.patterns.findings import Weekend
from stepwell.insight.patterns.series import Series

NEEDED = 60.0  # ten times the six series of two people
WEEKEND = 1  # its column among the covariates


def weekends(diary: Diary, all_series: list[Series]) -> list[Weekend]:
    """One for each series."""
    return [_weekend(diary, one) for one in all_series]


def _weekend(diary: Diary, one: Series) -> Weekend:
    name = diary.outcomes[one.outcome]
    y = diary.partners[one.partner].outcomes[one.rows, one.outcome]
    columns = np.column_stack((one.x[one.rows], y))
    if not np.ptp(columns[:, WEEKEND]):
        return Weekend(name, one.partner, 0.0, 1.0, False)
    columns = noise.whiten(columns, one.inertia.phi, noise.gaps(one.rows))
    others = np.delete(columns[:, :-1], WEEKEND, axis=1)
    beside = columns[:, [WEEKEND]]
    fit = sturdy.fit(others, columns[:, -1], beside=beside, least=sturdy.least_scale(y))
    free = sturdy.left_over(fit.basis, columns[:, WEEKEND])
    weight = float(free @ free)
    effect = float(free @ fit.rest) / weight
    rest = fit.rest - effect * free
    spread = float(np.sqrt(rest @ rest / fit.freedom))
    error = 1.0 / np.sqrt(weight)
    score = normal_score(np.array([effect / spread / error]), fit.freedom)
    found = float(evidence(score, np.array([error]), np.array([0]))[0])
    return Weekend(name, one.partner, effect, found, found >= NEEDED)
