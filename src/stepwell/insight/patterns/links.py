"""Every link that can be tested, with what the days say of it."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date

import numpy as np

from stepwell.insight.patterns.diary import Diary, Numbers, Truth, Whole, expected, is_rated
from stepwell.insight.patterns.earlier import evidence_until, once_enough
from stepwell.insight.patterns.flagging import FEWEST_DAYS, FEWEST_EACH, flag
from stepwell.insight.patterns.intervals import Range, shown_range, usual_range
from stepwell.insight.patterns.series import Series, scaled_factors
from stepwell.insight.patterns.tested import Tested
from stepwell.insight.patterns.trial import Trial

Watched = Mapping[str, Mapping[str, date]]  # outcome -> factor -> the day it was named
WATCHED_SHARE = 0.5
MOST_WEIGHT = 8.0


@dataclass(frozen=True, slots=True)
class Link:
    """effect, low, high: points of the outcome on the same day. error: the effect's standard error in
    SDs of the outcome. n_with: days it was there, or above its mean. demanded: the evidence that is needed.
    overlaps: (owner, factor) of those it travels with. inseparable: none of them is shown either, since it
    cannot be told from which of them what is seen comes.
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
    inseparable: bool = False


def links(diary: Diary, all_series: list[Series], watched: Watched) -> list[Link]:
    """watched: the factors somebody named, which then carry more of the prior weight."""
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
    """Up to half of an outcome's weight goes to the factors watched for it; the mean weight stays one.

    What already stood for a link when it was named is not counted in its favour a second time: its weight is
    divided by that evidence, and what counts for more is what the days since then say.
    """
    for series, group in groups:
        named = watched.get(diary.outcomes[series.outcome], {})
        marks: list[Truth] = [
            np.array([diary.factors[i] in named for i in t.trial.which.tolist()], dtype=bool) for t in group
        ]
        count, total = sum(int(m.sum()) for m in marks), sum(len(m) for m in marks)
        if not 0 < count < total:
            continue
        more = min(MOST_WEIGHT, WATCHED_SHARE * total / count)
        for tested, mark in zip(group, marks, strict=True):
            which = np.flatnonzero(mark)
            before = _before_named(diary, tested, which, named)
            tested.weight[which] = np.maximum(1.0, more / np.maximum(1.0, before))
        given = sum(float(t.weight[m].sum()) for t, m in zip(group, marks, strict=True))
        for tested, mark in zip(group, marks, strict=True):
            tested.weight[~mark] = min(1.0, (total - given) / (total - count))


def _before_named(diary: Diary, tested: Tested, which: Whole, named: Mapping[str, date]) -> Numbers:
    """(k,): the evidence of the days up to the one on which each of `which` was named; 1 before the first."""
    days = [named[diary.factors[tested.trial.which[at]]] for at in which.tolist()]
    last = np.array([(day - diary.start).days for day in days], dtype=np.int64)
    ends = np.searchsorted(tested.trial.rows, last, "right")
    return evidence_until(tested.trial, which, tested.expected[which], ends)


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
            [at in tested.inseparable for at in range(len(tested.weight))],
            strict=True,
        )
        whose = (diary.outcomes[series.outcome], series.partner)
        for name, range_, error, e, with_, without, enough, shown, withdrawn, overlaps, inseparable in rows:
            counts = (with_ + without, with_, without)
            others = tuple((owner, diary.factors[which]) for owner, which in overlaps)
            owner = tested.trial.owner
            effect, low, high = range_
            link = Link(
                *whose, name, owner, effect, low, high, error, e,
                *counts, enough, shown, withdrawn, needed, others, inseparable,
            )  # fmt: skip
            found.append(link)
    return found


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
