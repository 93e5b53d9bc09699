"""One outcome of one person against factors that were answered on the same days.

Everything the second pass needs is kept, so that allowing for one more factor costs one product.
"""

from dataclasses import dataclass, field

import numpy as np

from stepwell.insight.patterns import noise, sturdy
from stepwell.insight.patterns.diary import Numbers, Truth, Whole

SLIGHT = 1e-6  # of a factor's own variance: less than this is left when others already say it


@dataclass(slots=True, eq=False)
class Trial:
    """rows: (n,) days; which: (k,) columns; f: (n, k) whitened.

    top: (k,) f'y and weight: (k,) f'f, both after what is allowed for; whole: (k,) f'f before that;
    spread: the SD of the outcome around its slow level, in points; y: (n,) the outcome, whitened; least: the
    least robust scale.
    """

    rows: Whole
    gap: Whole
    phi: float
    owner: str
    which: Whole
    f: Numbers
    fit: sturdy.Fit
    top: Numbers
    weight: Numbers
    whole: Numbers
    rest: Numbers
    spread: float
    y: Numbers
    least: float
    directions: list[Numbers] = field(default_factory=list)
    raw: list[Numbers] = field(default_factory=list)

    @property
    def freedom(self) -> int:
        return max(1, self.fit.freedom - len(self.directions))

    @property
    def scale(self) -> float:
        return float(np.sqrt(max(float(self.rest @ self.rest), 1e-12) / self.freedom))

    def whitened(self, column: Numbers) -> Numbers:
        """A factor over all days, centred, as a direction that x does not explain; unanswered is 0."""
        here = column[self.rows]
        known = ~np.isnan(here)
        filled = np.where(known, here - (here[known].mean() if known.any() else 0.0), 0.0)
        flat = noise.whiten(filled[:, None], self.phi, self.gap)[:, 0]
        return sturdy.left_over(self.fit.basis, flat)

    def rest_beside(self, columns: list[Numbers]) -> Numbers:
        """(n,): what x leaves of the outcome when wild days are judged beside these columns too. At least
        one, each as `whitened` gives it.

        A strong link makes its own days look wild to a fit that does not know it.
        """
        basis = np.column_stack((self.fit.basis, sturdy.basis_of(np.column_stack(columns))))
        return sturdy.left_over(self.fit.basis, sturdy.pulled_in(basis, self.y, self.least))

    def allow_for(self, column: Numbers) -> None:
        """From now on every factor is judged given this one: (days,)."""
        raw = self.whitened(column)
        new = raw.copy()
        for old in self.directions:
            new -= old * (old @ new)
        size = float(new @ new)
        if size <= SLIGHT * max(float(raw @ raw), 1e-12):
            return
        new /= np.sqrt(size)
        along, part = self.f.T @ new, float(new @ self.rest)
        self.top = self.top - along * part
        self.weight = self.weight - along**2
        self.rest = self.rest - new * part
        self.directions.append(new)
        self.raw.append(raw)


def scores(trial: Trial) -> tuple[Numbers, Numbers]:
    """Estimates and their standard errors, (k,) each, in points for a unit of each factor.

    A factor that what is allowed for already says is estimated as nothing, with a vast error.
    """
    gone = trial.weight <= SLIGHT * trial.whole
    weight = np.where(gone, np.maximum(SLIGHT * trial.whole, 1e-9), trial.weight)
    return np.where(gone, 0.0, trial.top) / weight, trial.scale / np.sqrt(weight)


def trial(
    x: Numbers, y: Numbers, factors: Numbers, rows: Whole, which: Whole, owner: str, phi: float
) -> Trial:
    """x: (days, q), y: (days,), factors: (days, k) of `which`, over all days; rows: those to use."""
    gap = noise.gaps(rows)
    f = factors[rows]
    unknown = f != f
    f[unknown] = 0.0
    f -= f.sum(axis=0) / np.maximum(len(rows) - unknown.sum(axis=0), 1)
    f[unknown] = 0.0
    wf = noise.whiten(f, phi, gap)
    wy = noise.whiten(y[rows, None], phi, gap)[:, 0]
    least = sturdy.least_scale(y[rows])
    fit = sturdy.fit(noise.whiten(x[rows], phi, gap), wy, least=least)
    plain = sturdy.left_over(fit.basis, wy)
    spread = float(np.sqrt(max(float(plain @ plain) / fit.freedom, 1e-12)))
    explained = fit.basis.T @ wf
    whole = np.einsum("ij,ij->j", wf, wf)
    weight = whole - np.einsum("ij,ij->j", explained, explained)
    top = wf.T @ fit.rest
    return Trial(rows, gap, phi, owner, which, wf, fit, top, weight, whole, fit.rest, spread, wy, least)


def split(masks: Truth, most_missing: float = 0.15) -> list[tuple[Truth, Whole]]:
    """masks: (n, k), where each factor was answered. Gives (rows, factors) to be tried together.

    Factors answered on nearly all of their owner's days share those days, and a stray unanswered cell then
    counts as an average day; a factor with longer gaps is tried on its own days alone.
    """
    there: Truth = np.asarray(masks.any(axis=1))
    answered = masks.sum(axis=0)
    shared = (answered >= (1.0 - most_missing) * there.sum()) & (answered > 0)
    found: list[tuple[Truth, Whole]] = [(there, np.flatnonzero(shared))] if shared.any() else []
    alone = np.flatnonzero(~shared & (answered > 0))
    if len(alone):
        kinds, kind = np.unique(masks[:, alone], axis=1, return_inverse=True)
        found += [(kinds[:, i], alone[kind.reshape(-1) == i]) for i in range(kinds.shape[1])]
    return found
