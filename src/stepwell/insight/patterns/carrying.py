"""Whether one person's yesterday carries into the other's today, beyond what their own yesterdays explain."""

from dataclasses import dataclass

import numpy as np

from stepwell.insight.patterns import sturdy
from stepwell.insight.patterns.covariates import covariates
from stepwell.insight.patterns.diary import PARTNERS, Diary, Numbers
from stepwell.insight.patterns.evidence import cumulative, normal_score
from stepwell.insight.patterns.findings import Carried

FEWEST = 40  # pairs of days beyond the covariates
KEEPS = 0.8  # of the running mean of one's own earlier days, from one day to the next
NEEDED = 40.0
# what carries over is thought small, and mostly in the same direction: standard deviations for one
SPREAD, SAME = 0.2, 0.8
# it no longer holds: weeks on end clearly enough, and little now
FADED, MARGIN, WEEK, WEEKS = 10.0, 1.2, 7, 4
Z90 = 1.6448536


@dataclass(frozen=True, slots=True)
class Pairs:
    """Pairs of days, each (pairs,), in points.

    free: what the one's yesterday was beyond the usual. rest: what the other's day was beyond what their own
    days before, weekends and drift explain. relative: how much the one swings, for each point of the other.
    """

    free: Numbers
    rest: Numbers
    freedom: int
    relative: float


def carried(diary: Diary) -> list[Carried]:
    """Both directions of each outcome; none where too few pairs of days were answered."""
    if len(diary.partners) < 2:
        return []
    x = covariates(diary)
    found = []
    for outcome in range(len(diary.outcomes)):
        for to, from_ in (PARTNERS, PARTNERS[::-1]):
            own = diary.partners[to].outcomes[:, outcome]
            other = diary.partners[from_].outcomes[:, outcome]
            one = _carried(diary.outcomes[outcome], from_, to, own, other, x)
            if one is not None:
                found.append(one)
    return found


def pairs_of(diary: Diary, outcome: str, from_: str, to: str) -> Pairs | None:
    """None where too few pairs of days were answered."""
    at = diary.outcomes.index(outcome)
    own, other = (diary.partners[name].outcomes[:, at] for name in (to, from_))
    return _pairs(own, other, covariates(diary))


def _pairs(own: Numbers, other: Numbers, x: Numbers) -> Pairs | None:
    pairs = np.flatnonzero(~np.isnan(own[1:]) & ~np.isnan(own[:-1]) & ~np.isnan(other[:-1])) + 1
    before = np.column_stack((own[:-1], _earlier(own)[:-1]))
    covariate = np.column_stack((x[pairs], before[pairs - 1]))
    if len(pairs) < covariate.shape[1] + FEWEST or not np.ptp(own[pairs]) or not np.ptp(other[pairs - 1]):
        return None
    least = sturdy.least_scale(own[pairs])
    fit = sturdy.fit(covariate, own[pairs], beside=other[pairs - 1, None], least=least)
    free = sturdy.left_over(fit.basis, other[pairs - 1])
    relative = float(np.nanstd(other)) / max(float(np.nanstd(own)), 1e-9)
    return Pairs(free, fit.rest, fit.freedom, relative)


def _carried(outcome: str, from_: str, to: str, own: Numbers, other: Numbers, x: Numbers) -> Carried | None:
    pairs = _pairs(own, other, x)
    if pairs is None:
        return None
    weight = max(float(pairs.free @ pairs.free), 1e-9)
    effect = float(pairs.free @ pairs.rest) / weight
    rest = pairs.rest - effect * pairs.free
    scale = float(np.sqrt(rest @ rest / pairs.freedom))
    error = scale / float(np.sqrt(weight))
    found = float(_evidence(np.array([effect / error]), np.array([error]) * pairs.relative, pairs.freedom)[0])
    pull = 1.0 / (1.0 + (error * pairs.relative / 0.5) ** 2)
    half = Z90 * error * float(np.sqrt(pull))
    return Carried(
        outcome,
        from_,
        to,
        effect * pull,
        effect * pull - half,
        effect * pull + half,
        found,
        found >= NEEDED,
        n=len(pairs.free),
        withdrawn=found < FADED and _once_enough(pairs, scale),
    )


def _once_enough(pairs: Pairs, scale: float) -> bool:
    """Whether the evidence of the first pairs alone was clearly enough, weeks on end."""
    ends = np.arange(FEWEST, len(pairs.free), WEEK)
    if len(ends) < WEEKS:
        return False
    weight = np.maximum(np.cumsum(pairs.free**2)[ends - 1], 1e-9)
    error = scale / np.sqrt(weight)
    score = np.cumsum(pairs.free * pairs.rest)[ends - 1] / weight / error
    enough = _evidence(score, error * pairs.relative, pairs.freedom) >= MARGIN * NEEDED
    return bool(np.convolve(enough, np.ones(WEEKS), "valid").max() >= WEEKS)


def _earlier(own: Numbers) -> Numbers:
    """A running mean of all earlier answers, so that a mood outlasts one bad day."""
    middle = float(np.nanmean(own)) if not np.isnan(own).all() else 0.0
    kept, out = middle, []
    for value in own.tolist():
        out.append(kept)
        if value == value:
            kept = KEEPS * kept + (1.0 - KEEPS) * value
    return np.array(out)


def _evidence(score: Numbers, error: Numbers, freedom: int) -> Numbers:
    z = normal_score(score, freedom)
    ratio = SPREAD**2 / error**2
    pull = ratio / (1.0 + ratio)
    above = cumulative(z * np.sqrt(pull))
    height = np.exp(np.minimum(0.5 * z**2 * pull, 20.0)) / np.sqrt(1.0 + ratio)
    return np.asarray(2.0 * height * (SAME * above + (1.0 - SAME) * (1.0 - above)))
