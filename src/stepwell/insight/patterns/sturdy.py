"""A fit that a few extreme days do not decide.

Huber's M-estimate by pseudo-values: residuals beyond k scales are pulled in, and the rest is least squares
(Huber 1973, Ann. Stat. 1:799). k is the one of BOUNDS with the least estimated variance for these residuals,
so that well-behaved days lose nothing.
"""

from dataclasses import dataclass

import numpy as np

from stepwell.insight.patterns.diary import Numbers

BOUNDS = (0.8, 1.1, 1.5, 2.2)
ROUNDS = 3
# an estimated gain smaller than this is taken for noise
WORTH = 0.97


@dataclass(frozen=True, slots=True)
class Fit:
    """basis: (n, q), orthonormal, of the covariates; rest: (n,) pseudo-residuals, orthogonal to it."""

    basis: Numbers
    rest: Numbers
    freedom: int


def fit(x: Numbers, y: Numbers) -> Fit:
    """x: (n, q), y: (n,), both with independent errors of one variance."""
    basis = basis_of(x)
    rest = left_over(basis, y)
    bound = _bound(rest)
    fitted = y - rest
    if bound is not None:
        for _ in range(ROUNDS):
            raw = y - fitted
            pulled = raw.clip(-bound, bound)
            pulled *= len(raw) / max(1, int(np.count_nonzero(pulled == raw)))
            rest = left_over(basis, pulled)
            fitted = fitted + pulled - rest
    return Fit(basis, rest, max(1, len(y) - x.shape[1]))


def basis_of(x: Numbers) -> Numbers:
    """Orthonormal columns that span x; a trace of ridge, so that columns that repeat do no harm."""
    gram = x.T @ x
    gram.flat[:: len(gram) + 1] += 1e-9 * len(x)
    return np.asarray(x @ np.linalg.inv(np.linalg.cholesky(gram)).T, dtype=np.float64)


def left_over(basis: Numbers, y: Numbers) -> Numbers:
    """What the basis does not explain of y, for y (n,) or (n, k)."""
    return y - basis @ (basis.T @ y)


def _bound(rest: Numbers) -> float | None:
    """Where to begin to pull in, in the unit of the residuals; None for not at all."""
    size = np.abs(rest)
    scale = 1.4826 * float(np.median(size))
    if scale <= 0.0:
        return None
    bounds = scale * np.array(BOUNDS)[:, None]
    inside = (size < bounds).mean(axis=1)
    variance = (np.minimum(size, bounds) ** 2).mean(axis=1) / inside**2
    if not len(bounds) or variance.min() >= WORTH * float(rest @ rest) / len(rest):
        return None
    return float(bounds[variance.argmin(), 0])
