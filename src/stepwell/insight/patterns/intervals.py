"""The effect and its 90 % range, drawn in by what is thought possible.

A posterior under nearly the prior of `evidence` is not misled by the choice of the largest of many, as an
ordinary interval is; how often it covers the truth is measured (docs/patterns.md).
"""

import numpy as np

from stepwell.insight.patterns.diary import Numbers

Range = tuple[float, float, float]  # effect, low, high
WIDE = 1.5  # SDs of the outcome: effects of links that are not shown, before anything is known
# effects of shown links: as in `evidence`, and some that are so large that they need no drawing in
SPREADS = ((0.35, 0.45), (0.8, 0.45), (2.0, 0.1))
Z90 = 1.6448536
# the noise is only nearly of the assumed kind, and phi is estimated: errors are told this much wider
NEARLY = 1.06


def usual_range(effect: Numbers, error: Numbers, spread: float) -> Numbers:
    """(k, 3): effect, low, high of links that are not shown."""
    error = NEARLY * error
    pull = 1.0 / (1.0 + (error / (WIDE * spread)) ** 2)
    half = Z90 * error * np.sqrt(pull)
    middle = effect * pull
    return np.column_stack((middle, middle - half, middle + half))


def shown_range(effect: float, error: float, spread: float) -> Range:
    """The same for a shown link, in its own direction."""
    side = 1.0 if effect >= 0 else -1.0
    size, e = abs(effect) / spread, NEARLY * error / spread
    grid = np.linspace(max(0.0, size - 6 * e), size + 6 * e, 601)
    prior = sum(share * np.exp(-0.5 * (grid / tau) ** 2) / tau for tau, share in SPREADS)
    reached = np.cumsum(prior * np.exp(-0.5 * ((size - grid) / e) ** 2))
    low, middle, high = np.interp((0.05, 0.5, 0.95), reached / reached[-1], grid) * spread
    ends = sorted((float(side * low), float(side * high)))
    return float(side * middle), ends[0], ends[1]
