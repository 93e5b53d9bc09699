"""Every link that can be tested, with what the days say of it."""

from collections.abc import Collection, Mapping
from dataclasses import dataclass

import numpy as np

from stepwell.insight.patterns.diary import Diary, Numbers, Truth, Whole, expected, is_rated
from stepwell.insight.patterns.earlier import once_enough
from stepwell.insight.patterns.flagging import FEWEST_DAYS, FEWEST_EACH, flag
from stepwell.insight.patterns.intervals import Range, shown_range, usual_range
from stepwell.insight.patterns.series import Series, scaled_factors
from stepwell.insight.patterns.tested import Tested
from stepwell.insight.patterns.trial import Trial

Watched = Mapping[str, Collection[str]]
WATCHED_SHARE = 0.5


@dataclass(frozen=True, slots=True)
class Link:
    """effect, low, high: points of the outcome on the same day. error: the effect's standard error in
    SDs of the outcome. n_with: days it was there, or above its mean. demanded: the evidence that is needed.
    """

    outcome: str
    outcome_partner: str
    factor: str
    factor_partner: str
    effect: float
    low: float
    high: float
    error: float
    evidence: float
    n: int
    n_with: int
    n_without: int
    enough: bool
    shown: bool
    withdrawn: bool
    demanded: float
    overlaps: tuple[tuple[str, str], ...]


def links(diary: Diary, all_series: list[Series], watched: Watched) -> list[Link]:
    """watched: outcome -> the factors somebody named, which then carry more of the prior weight."""
    factors = scaled_factors(diary)
    groups = [(series, [_tested(diary, trial) for trial in series.trials]) for series in all_series]
    _weigh(diary, groups, watched)
    needed = flag(groups, lambda owner, which: factors[owner][:, which])
    return [link for series, group in groups for link in _links(diary, series, group, needed)]


def _tested(diary: Diary, trial: Trial) -> Tested:
    k = len(trial.which)
    names = [diary.factors[i] for i in trial.which.tolist()]
    with_, without = _counts(diary, trial)
    enough = (with_ + without >= FEWEST_DAYS) & (with_ >= FEWEST_EACH) & (without >= FEWEST_EACH)
    nothing = np.zeros(k)
    signs = np.array([expected(name) for name in names], dtype=np.int64)
    tested = Tested(
        trial,
        signs,
        with_,
        without,
        np.ones(k),
        enough,
        nothing,
        nothing,
        nothing,
        nothing,
        np.zeros(k, dtype=bool),
    )
    tested.judge(np.ones(k, dtype=bool))
    tested.alone = tested.evidence
    return tested


def _counts(diary: Diary, trial: Trial) -> tuple[Whole, Whole]:
    """Days with and without each factor; for a rated one, above its mean and not."""
    values = diary.partners[trial.owner].factors[np.ix_(trial.rows, trial.which)]
    known = (values == values).sum(axis=0)
    rated = np.array([is_rated(diary.factors[i]) for i in trial.which.tolist()], dtype=bool)
    middle = np.full(len(trial.which), 0.5)
    if rated.any():
        middle[rated] = np.nansum(values[:, rated], axis=0) / np.maximum(known[rated], 1)
    with_ = (values > middle).sum(axis=0)
    return with_, known - with_


def _weigh(diary: Diary, groups: list[tuple[Series, list[Tested]]], watched: Watched) -> None:
    """Half of an outcome's weight goes to the factors watched for it; the mean weight stays one."""
    for series, group in groups:
        named = watched.get(diary.outcomes[series.outcome], ())
        marks: list[Truth] = [
            np.array([diary.factors[i] in named for i in t.trial.which.tolist()], dtype=bool) for t in group
        ]
        count, total = sum(int(m.sum()) for m in marks), sum(len(m) for m in marks)
        if 0 < count < total:
            for tested, mark in zip(group, marks, strict=True):
                more = WATCHED_SHARE * total / count
                less = (1.0 - WATCHED_SHARE) * total / (total - count)
                tested.weight = np.where(mark, max(more, 1.0), min(less, 1.0))


def _links(diary: Diary, series: Series, group: list[Tested], needed: float) -> list[Link]:
    found = []
    for tested in group:
        rows = zip(
            [diary.factors[i] for i in tested.trial.which.tolist()],
            _ranges(tested),
            (tested.error / tested.trial.spread).tolist(),
            tested.evidence.tolist(),
            tested.with_.tolist(),
            tested.without.tolist(),
            tested.enough.tolist(),
            tested.shown.tolist(),
            _withdrawn(tested, needed).tolist(),
            tested.overlaps or [[]] * len(tested.weight),
            strict=True,
        )
        whose = (diary.outcomes[series.outcome], series.partner)
        for name, range_, error, e, with_, without, enough, shown, withdrawn, overlaps in rows:
            counts = (with_ + without, with_, without)
            others = tuple((owner, diary.factors[which]) for owner, which in overlaps)
            owner = tested.trial.owner
            effect, low, high = range_
            link = Link(
                *whose, name, owner, effect, low, high, error, e,
                *counts, enough, shown, withdrawn, needed, others,
            )  # fmt: skip
            found.append(link)
    order = {name: place for place, name in enumerate(diary.factors)}
    return sorted(found, key=lambda link: (link.factor_partner, order[link.factor]))


def _withdrawn(tested: Tested, needed: float) -> Truth:
    """Not shown today for want of evidence that was there before."""
    hidden = np.array([bool(names) for names in tested.overlaps] or [False] * len(tested.weight), dtype=bool)
    asked = np.flatnonzero(~tested.shown & ~hidden & tested.enough)
    found = np.zeros(len(tested.weight), dtype=bool)
    limits = needed / tested.weight[asked]
    found[asked] = once_enough(tested.trial, asked, tested.expected[asked], limits, FEWEST_DAYS)
    return found


def _ranges(tested: Tested) -> list[Range]:
    usual: Numbers = usual_range(tested.effect, tested.error, tested.trial.spread)
    found: list[Range] = [(float(a), float(b), float(c)) for a, b, c in usual]
    for at in np.flatnonzero(tested.shown).tolist():
        found[at] = shown_range(
            float(tested.effect[at]),
            float(tested.error[at]),
            tested.trial.spread,
        )
    return found
