"""What is usually done, on the same days: raw correlations, least squares, and AR(1) errors."""

from collections.abc import Iterator
from statistics import NormalDist

import numpy as np

from bench.patterns_worlds import LinkKey, Numbers
from stepwell.insight.patterns import noise
from stepwell.insight.patterns.api import Diary
from stepwell.insight.patterns.covariates import covariates
from stepwell.insight.patterns.evidence import cumulative
from stepwell.insight.patterns.series import scaled_factors

Shown = dict[LinkKey, float]  # a shown link and its estimate, in points
FALSE_RATE = 0.05
FEWEST, FEWEST_EACH = 20, 3


def beside(diary: Diary) -> dict[str, Shown]:
    """What each method shows on the last day of this diary."""
    keys, pearson, ols, ar = [], [], [], []
    for key_group, y, x, f in _pairs(diary):
        keys += key_group
        plain = _tests(np.ones((len(y), 1)), y, f)
        pearson += plain
        ols += plain
        ar += _whitened(x, y, f)
    return {
        "Pearson, p < .05": {k: e for k, (e, p) in zip(keys, pearson, strict=True) if p < FALSE_RATE},
        "OLS, BH": _bh(keys, ols),
        "AR(1) and slow basis, BH": _bh(keys, ar),
    }


def _pairs(diary: Diary) -> Iterator[tuple[list[LinkKey], Numbers, tuple[Numbers, Numbers], Numbers]]:
    covariate, factors = covariates(diary), scaled_factors(diary)
    for partner, answers in diary.partners.items():
        for outcome, name in enumerate(diary.outcomes):
            y = answers.outcomes[:, outcome]
            for owner, columns in factors.items():
                which = np.flatnonzero(~np.isnan(columns).all(axis=0))
                rows = np.flatnonzero(~np.isnan(y) & ~np.isnan(columns[:, which]).any(axis=1))
                f = columns[np.ix_(rows, which)]
                if len(rows) < max(FEWEST, covariate.shape[1] + 10) or np.ptp(y[rows]) == 0:
                    continue
                rare = np.minimum((f > f.mean(axis=0)).sum(axis=0), (f <= f.mean(axis=0)).sum(axis=0))
                which, f = which[rare >= FEWEST_EACH], f[:, rare >= FEWEST_EACH]
                keys = [(name, partner, diary.factors[i], owner) for i in which.tolist()]
                yield keys, y[rows], (covariate[rows], rows.astype(float)), f


def _whitened(x: tuple[Numbers, Numbers], y: Numbers, f: Numbers) -> list[tuple[float, float]]:
    covariate, at = x
    gap = noise.gaps(at.astype(np.int64))
    phi = noise.inertia(np.column_stack((covariate, y)), gap).phi
    columns = noise.whiten(np.column_stack((covariate, y, f)), phi, gap)
    q = covariate.shape[1]
    return _tests(columns[:, :q], columns[:, q], columns[:, q + 1 :])


def _tests(x: Numbers, y: Numbers, f: Numbers) -> list[tuple[float, float]]:
    """(estimate, p) of each factor given x."""
    basis, _ = np.linalg.qr(x)
    y, f = y - basis @ (basis.T @ y), f - basis @ (basis.T @ f)
    size = np.maximum((f**2).sum(axis=0), 1e-9)
    effect = f.T @ y / size
    freedom = len(y) - x.shape[1] - 1
    rest = np.maximum(y @ y - effect**2 * size, 1e-9) / freedom
    score = effect / np.sqrt(rest / size)
    normal = np.sqrt(freedom * np.log1p(score**2 / freedom)) * (1 - 0.25 / freedom)
    p = 2 * (1 - cumulative(normal))
    far = normal > 5
    p[far] = [2 * NormalDist().cdf(-s) for s in normal[far].tolist()]
    return list(zip(effect.tolist(), p.tolist(), strict=True))


def _bh(keys: list[LinkKey], tests: list[tuple[float, float]]) -> Shown:
    if not tests:
        return {}
    p = np.array([p for _, p in tests])
    ranked = np.sort(p)
    passing = np.flatnonzero(ranked <= FALSE_RATE * np.arange(1, len(p) + 1) / len(p))
    cut = ranked[passing[-1]] if len(passing) else -1.0
    return {key: e for key, (e, p_) in zip(keys, tests, strict=True) if p_ <= cut}
