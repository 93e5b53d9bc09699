"""One outcome of one person, with every factor it is tried against."""

from dataclasses import dataclass

import numpy as np

from stepwell.insight.patterns import noise
from stepwell.insight.patterns.covariates import covariates
from stepwell.insight.patterns.diary import PARTNERS, Diary, Numbers, Whole, is_rated
from stepwell.insight.patterns.trial import Trial, split, trial

FEWEST = 12  # days beyond the covariates, without which nothing is estimated
UNLIKE = 3  # days with another answer than the commonest, so that no single day decides


@dataclass(slots=True, eq=False)
class Series:
    """outcome: its column; rows: the days it was answered; x: (days, q) covariates over all days."""

    partner: str
    outcome: int
    rows: Whole
    x: Numbers
    inertia: noise.Inertia
    trials: list[Trial]


def scaled_factors(diary: Diary) -> dict[str, Numbers]:
    """Each partner's factors, a rated one in steps of two of its standard deviations."""
    rated = np.array([is_rated(name) for name in diary.factors], dtype=bool)
    found = {}
    for name, partner in diary.partners.items():
        factors = partner.factors.copy()
        for column in np.flatnonzero(rated):
            known = factors[~np.isnan(factors[:, column]), column]
            if len(known) > 1 and known.std() > 0:
                factors[:, column] /= 2.0 * known.std()
        found[name] = factors
    return found


def series(diary: Diary) -> list[Series]:
    """Every outcome of both partners that was answered on enough days, and not nearly always the same."""
    x = covariates(diary)
    factors = scaled_factors(diary)
    found = []
    for partner in PARTNERS:
        if partner not in diary.partners:
            continue
        outcomes = diary.partners[partner].outcomes
        for outcome in range(len(diary.outcomes)):
            y = outcomes[:, outcome]
            rows = np.flatnonzero(~np.isnan(y))
            if len(rows) >= x.shape[1] + FEWEST and _varies(y[rows]):
                found.append(_one(diary, partner, outcome, x, factors))
    return found


def _varies(y: Numbers) -> bool:
    counts = np.unique(y, return_counts=True)[1]
    return bool(len(y) - counts.max() >= UNLIKE)


def _one(diary: Diary, partner: str, outcome: int, x: Numbers, factors: dict[str, Numbers]) -> Series:
    y = diary.partners[partner].outcomes[:, outcome]
    rows = np.flatnonzero(~np.isnan(y))
    inertia = noise.inertia(np.column_stack((x[rows], y[rows])), noise.gaps(rows))
    trials = []
    for owner, columns in factors.items():
        masks = ~np.isnan(columns[rows])
        for there, which in split(masks):
            days = rows[there]
            if len(days) >= x.shape[1] + FEWEST:
                trials.append(trial(x, y, columns[:, which], days, which, owner, inertia.phi))
    return Series(partner, outcome, rows, x, inertia, trials)
