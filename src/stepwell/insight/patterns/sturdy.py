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
ROUNDING = 0.5  # steps between answers: the least robust scale of whole points


@dataclass(frozen=True, slots=True)
class Fit:
    """basis: (n, q), orthonormal, of the covariates; rest: (n,) pseudo-residuals, orthogonal to it."""

    basis: Numbers
    rest: Numbers
    freedom: int


def fit(x: Numbers, y: Numbers, *, beside: Numbers | None = None, least: float = 0.0) -> Fit:
    """x: (n, q), y: (n,), both with independent errors of one variance.

    beside: (n, k), fitted as well while wild days are pulled in, so that what k columns say is not taken for
    wild; their part stays in `rest`. least: the least robust scale, in the unit of y.
    """
    basis = basis_of(x)
    whole = basis if beside is None else basis_of(np.column_stack((basis, beside)))
    plain = pulled_in(whole, y, least)
    return Fit(basis, left_over(basis, plain), max(1, len(y) - x.shape[1]))


def pulled_in(basis: Numbers, y: Numbers, least: float = 0.0) -> Numbers:
    """(n,): pseudo-values, whose least squares on basis are the M-estimate for y."""
    rest = left_over(basis, y)
    bound = _bound(rest, least)
    if bound is None:
        return y
    fitted, found = y - rest, y
    for _ in range(ROUNDS):
        raw = y - fitted
        pulled = raw.clip(-bound, bound)
        pulled *= len(raw) / max(1, int(np.count_nonzero(pulled == raw)))
        found = fitted + pulled
        rest = left_over(basis, pulled)
        fitted = found - rest
    return found


def step_of(y: Numbers) -> float:
    """How far apart neighbouring answers usually are: 1 for whole points, nearly 0 for what is measured.

    A scale much below it is that of the rounding, not of the days.
    """
    values = np.unique(y)
    return float(np.median(np.diff(values))) if len(values) > 1 else 0.0


def least_scale(y: Numbers) -> float:
    """The least robust scale for answers y, in their unit."""
    return ROUNDING * step_of(y)


def basis_of(x: Numbers) -> Numbers:
    """Orthonormal columns that span x; a trace of ridge, so that columns that repeat do no harm."""
    gram = x.T @ x
    gram.flat[:: len(gram) + 1] += 1e-9 * len(x)
    return np.asarray(x @ np.linalg.inv(np.linalg.cholesky(gram)).T, dtype=np.float64)


def left_over(basis: Numbers, y: Numbers) -> Numbers:
    """What the basis does not explain of y, for y (n,) or (n, k)."""
    return y - basis @ (basis.T @ y)


def _bound(rest: Numbers, least: float) -> float | None:
    """Where to begin to pull in, in the unit of the residuals; None for not at all."""
    size = np.abs(rest)
    scale = max(1.4826 * float(np.median(size)), least)
    if scale <= 0.0:
        return None
    bounds = scale * np.array(BOUNDS)[:, None]
    inside = (size < bounds).mean(axis=1)
    variance = (np.minimum(size, bounds) ** 2).mean(axis=1) / np.maximum(inside, 1e-9) ** 2
    if not len(bounds) or variance.min() >= WORTH * float(rest @ rest) / len(rest):
        return None
    return float(bounds[variance.argmin(), 0])
