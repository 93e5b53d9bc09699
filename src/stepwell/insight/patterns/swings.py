"""Noise that remembers both days and months, for telling a level that shifted from one that swings.

Days are averaged in bins, at most BINS of them. The covariance of two bins is that of AR(1) days, averaged,
plus that of a slow swing; how much there is of each is taken from a small grid.
"""

from dataclasses import dataclass

import numpy as np

from stepwell.insight.patterns.diary import Numbers, Whole

BINS = 90
DAILY = (0.2, 0.5)
# share of the slow swing, and how much of it is left on the next day
SLOW = ((0.0, 0.9), (0.15, 0.94), (0.15, 0.985), (0.4, 0.94), (0.4, 0.985))


@dataclass(frozen=True, slots=True)
class Bins:
    """of: (n,), the bin of each row; label, count, first: (b,), its place, answered days and first row."""

    of: Whole
    label: Whole
    count: Whole
    first: Whole
    middle: Numbers
    width: int

    def means(self, rows: Numbers) -> Numbers:
        """(n, c) -> (b, c)."""
        sums = [np.bincount(self.of, column) for column in rows.T]
        return np.column_stack(sums) / self.count[:, None]


def binned(rows: Whole, days: int) -> Bins:
    """rows: the answered days among so many."""
    width = max(1, -(-days // BINS))
    label, first, of, count = np.unique(
        rows // width, return_index=True, return_inverse=True, return_counts=True
    )
    return Bins(of, label, count, first, np.bincount(of, rows) / count, width)


@dataclass(frozen=True, slots=True)
class Swings:
    """For b bins and h kinds of noise.

    white: (h, b, b), what makes bins independent under each noise; steps: (h, b, b), the whitened step that
    begins with each bin (last axis); weight: (h, b), its size; scale: (h,), the log determinant.
    """

    white: Numbers
    steps: Numbers
    weight: Numbers
    scale: Numbers


def swings(bins: Bins) -> Swings:
    apart = np.abs(bins.middle[:, None] - bins.middle[None, :])
    white = np.linalg.inv(np.linalg.cholesky(_covariances(apart, bins.count, bins.width)))
    steps = white[:, :, ::-1].cumsum(axis=2)[:, :, ::-1]
    scale = np.log(np.diagonal(white, axis1=1, axis2=2)).sum(axis=1)
    return Swings(white, steps, (steps**2).sum(axis=1), scale)


def _covariances(apart: Numbers, count: Whole, width: int) -> Numbers:
    """(h, b, b) for apart: (b, b) days."""
    found = []
    slow = {left: np.exp(np.log(left) * apart) for _, left in SLOW}
    for phi in DAILY:
        variance = np.array([_mean_variance(phi, n) for n in range(1, width + 1)])
        next_ = phi * ((1 - phi**width) / (1 - phi)) ** 2 / width**2 / variance[-1]
        root = np.sqrt(variance[count - 1])
        quick = root[:, None] * root[None, :] * np.exp(np.log(next_) / width * apart)
        quick[np.diag_indices(len(count))] = root**2
        found += [share * slow[left] + (1 - share) * quick for share, left in SLOW]
    return np.array(found)


def _mean_variance(phi: float, n: int) -> float:
    """Of the mean of n neighbouring days."""
    return float(n + 2 * sum((n - k) * phi**k for k in range(1, n))) / n**2


@dataclass(frozen=True, slots=True)
class Scan:
    """gain: (b,), log likelihood of a step that begins with each bin; level: the best without one."""

    gain: Numbers
    change: Numbers
    level: float


def scan(noise: Swings, x: Numbers, y: Numbers) -> Scan:
    """x: (b, q), y: (b,); each hypothesis with the noise that suits it best."""
    q, rest, total = _rest(noise, x, y)
    part = noise.steps.transpose(0, 2, 1) @ q
    weight = np.maximum(noise.weight - (part**2).sum(axis=2), 1e-9)
    top = (rest[:, None, :] @ noise.steps)[:, 0]
    left = np.maximum(total[:, None] - top**2 / weight, 1e-9 * total[:, None])
    fits = noise.scale[:, None] - 0.5 * len(y) * np.log(left)
    best = fits.argmax(axis=0)
    at = np.arange(len(y))
    return Scan(fits[best, at], (top / weight)[best, at], fit(noise, total, len(y)))


def without_step(noise: Swings, x: Numbers, y: Numbers) -> float:
    """The best log likelihood of x alone."""
    return fit(noise, _rest(noise, x, y)[2], len(y))


def fit(noise: Swings, total: Numbers, n: int) -> float:
    return float((noise.scale - 0.5 * n * np.log(total)).max())


def _rest(noise: Swings, x: Numbers, y: Numbers) -> tuple[Numbers, Numbers, Numbers]:
    wx, wy = noise.white @ x, noise.white @ y
    q, _ = np.linalg.qr(wx)
    rest = wy - (q @ (q.transpose(0, 2, 1) @ wy[:, :, None]))[:, :, 0]
    return q, rest, np.maximum((rest**2).sum(axis=1), 1e-12)
