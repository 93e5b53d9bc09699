"""Days resemble their neighbours: errors whose correlation over g days is phi**g.

Exact for missed days: each observed day is compared with the last one observed before it.
Prais & Winsten (1954), with the gaps of Chow & Lin (1971); REML: Harville (1977), JASA 72:320.
"""

from dataclasses import dataclass

import numpy as np

from stepwell.insight.patterns.diary import Numbers, Whole

GRID = np.arange(0.0, 0.961, 0.02)
PRIOR_MEAN, PRIOR_SD = 0.4, 0.2
# a gap longer than this tells nothing: .96**60 is under a tenth
LONGEST = 60
AT_ONCE = 2048  # rows, so that a hundred years take no more memory than they have to


def gaps(at: Whole) -> Whole:
    """(n,): days since the previous observation, at most LONGEST; the first counts as LONGEST + 1."""
    return np.concatenate(([LONGEST + 1], np.minimum(np.diff(at), LONGEST)))


def shrink(phi: float, gap: Whole) -> Numbers:
    """(n,): what is left of yesterday; nothing for the first day."""
    return np.where(gap > LONGEST, 0.0, phi**gap)


def whiten(columns: Numbers, phi: float, gap: Whole) -> Numbers:
    """(n, c) -> (n, c): rows with independent errors, each with the errors' marginal variance."""
    left = shrink(phi, gap)[:, None]
    out = columns.copy()
    for start in range(1, len(columns), AT_ONCE):
        here = slice(start, start + AT_ONCE)
        out[here] -= left[here] * columns[start - 1 : start - 1 + AT_ONCE][: len(out[here])]
    out /= np.sqrt(1.0 - left**2)
    return out


@dataclass(frozen=True, slots=True)
class Inertia:
    """phi: the mean of its posterior on GRID; low and high: its central 90 %."""

    phi: float
    low: float
    high: float


@dataclass(frozen=True, slots=True)
class Moments:
    """Cross products of rows with themselves and with the row before, for each length of gap."""

    gap: Numbers  # (g,)
    count: Numbers  # (g,)
    now: Numbers  # (g, c, c)
    before: Numbers  # (g, c, c)
    between: Numbers  # (g, c, c), symmetric


def moments(columns: Numbers, gap: Whole) -> Moments:
    lengths, counts = np.unique(gap, return_counts=True)
    now, before, between = [], [], []
    for length in lengths:
        here = np.flatnonzero(gap == length)
        a, b = columns[here], columns[here - 1]
        if here[0] == 0:
            b[0] = 0.0
        cross = a.T @ b
        now.append(a.T @ a)
        before.append(b.T @ b)
        between.append(cross + cross.T)
    return Moments(
        lengths.astype(float), counts.astype(float), np.array(now), np.array(before), np.array(between)
    )


def inertia(columns: Numbers, gap: Whole) -> Inertia:
    """How much of one day stays on the next, by REML on GRID with a weak prior.

    columns: (n, q + 1), the covariates and then the outcome.
    """
    q = columns.shape[1] - 1
    m = moments(columns, gap)
    left = np.where(m.gap[None, :] > LONGEST, 0.0, GRID[:, None] ** m.gap[None, :])  # (grid, gaps)
    weight = 1.0 / (1.0 - left**2)
    flat = (len(m.gap), -1)
    gram = (
        weight @ m.now.reshape(flat)
        - (weight * left) @ m.between.reshape(flat)
        + (weight * left**2) @ m.before.reshape(flat)
    ).reshape(len(GRID), q + 1, q + 1)
    root = np.linalg.cholesky(gram + 1e-9 * np.trace(gram[0]) / (q + 1) * np.eye(q + 1))
    diagonal = np.log(np.diagonal(root, axis1=1, axis2=2))
    rest = 2 * diagonal[:, -1]
    fit = -0.5 * (
        (len(gap) - q) * rest + 2 * diagonal[:, :-1].sum(axis=1) - (np.log(weight) * m.count).sum(axis=1)
    )
    return _summary(fit - 0.5 * ((GRID - PRIOR_MEAN) / PRIOR_SD) ** 2)


def _summary(log_posterior: Numbers) -> Inertia:
    share = np.exp(log_posterior - log_posterior.max())
    share /= share.sum()
    reached = np.concatenate(([0.0], np.cumsum(share)))
    edges = np.concatenate((GRID - 0.01, [GRID[-1] + 0.01])).clip(0.0)
    low, high = np.interp((0.05, 0.95), reached, edges)
    return Inertia(float(share @ GRID), float(low), float(high))
