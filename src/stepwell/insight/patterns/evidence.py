"""How much more likely the days are if there is a link than if there is none.

A mixture e-value: the likelihood ratio averaged over the effects that are thought possible, most of them in
the direction expected of that kind of factor. For a fixed phi it may be looked at on any day and at every
day: the chance that it ever exceeds c without a link is at most 1/c (Ville 1939; Robbins 1970, Ann. Math.
Stat. 41:1397; Grünwald, de Heide & Koolen 2024, JRSS B 86:1091).
"""

import numpy as np

from stepwell.insight.patterns.diary import Numbers, Whole

# effects thought possible: half-normal, in standard deviations of the outcome, with their shares
SPREADS = ((0.35, 0.5), (0.8, 0.5))
EXPECTED_SHARE = 0.9
LARGEST = 1e9


def cumulative(x: Numbers) -> Numbers:
    """The normal distribution function, to 1e-7 (Abramowitz & Stegun 7.1.26)."""
    size = np.abs(x) / np.sqrt(2.0)
    t = 1.0 / (1.0 + 0.3275911 * size)
    poly = t * (0.254829592 + t * (-0.284496736 + t * (1.421413741 + t * (-1.453152027 + t * 1.061405429))))
    tail = 0.5 * poly * np.exp(-(size**2))
    return np.asarray(np.where(x < 0, tail, 1.0 - tail))


def evidence(score: Numbers, error: Numbers, expected: Whole) -> Numbers:
    """score: estimate / standard error; error: standard error in SDs of the outcome; expected: -1, 0, 1."""
    toward = np.where(expected == 0, 0.5, np.where(expected > 0, EXPECTED_SHARE, 1.0 - EXPECTED_SHARE))
    shape = (-1,) + (1,) * score.ndim
    spread, share = (np.array(column).reshape(shape) for column in zip(*SPREADS, strict=True))
    ratio = spread**2 / error**2
    pull = ratio / (1.0 + ratio)
    height = np.exp(np.minimum(0.5 * score**2 * pull, 300.0)) / np.sqrt(1.0 + ratio)
    above = cumulative(score * np.sqrt(pull))
    sides = toward * above + (1.0 - toward) * (1.0 - above)
    total = (2.0 * share * height * sides).sum(axis=0)
    return np.asarray(np.minimum(total, LARGEST))


def normal_score(score: Numbers, freedom: int) -> Numbers:
    """A t value with so many degrees of freedom as the normal value that is as far out (Wallace 1959)."""
    size = np.sqrt(freedom * np.log1p(score**2 / freedom)) * (1.0 - 0.25 / freedom)
    return np.asarray(np.sign(score) * size)
