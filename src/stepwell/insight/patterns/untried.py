"""Links of which the days say nothing yet, since the answers are few or all the same. They are listed too."""

import numpy as np

from stepwell.insight.patterns.diary import Diary, Truth, is_rated
from stepwell.insight.patterns.links import Link

ALL = 10.0  # points: from one end of the scale to the other, since nothing is known
VAST = 1e3  # SDs


def untried(diary: Diary, tried: list[Link]) -> list[Link]:
    """Every link of an outcome and a factor that both were answered at least once and that was not tried."""
    known = {(x.outcome, x.outcome_partner, x.factor, x.factor_partner) for x in tried}
    needed = max((link.demanded for link in tried), default=1.0)
    found = []
    for partner, answers in diary.partners.items():
        for place, outcome in enumerate(diary.outcomes):
            answered = ~np.isnan(answers.outcomes[:, place])
            for owner, factor in _answered_once(diary) if answered.any() else ():
                if (outcome, partner, diary.factors[factor], owner) not in known:
                    counts = _counts(diary, answered, owner, factor)
                    whose = (outcome, partner, diary.factors[factor], owner)
                    found.append(_nothing(whose, counts, needed))
    return found


def in_order(diary: Diary, found: list[Link]) -> list[Link]:
    """By whose factor, the factor, whose outcome, and the outcome."""
    factor, outcome = ({name: i for i, name in enumerate(some)} for some in (diary.factors, diary.outcomes))
    return sorted(
        found,
        key=lambda x: (x.factor_partner, factor[x.factor], x.outcome_partner, outcome[x.outcome]),
    )


def _answered_once(diary: Diary) -> list[tuple[str, int]]:
    return [
        (owner, int(factor))
        for owner, answers in diary.partners.items()
        for factor in np.flatnonzero(~np.isnan(answers.factors).all(axis=0))
    ]


def _counts(diary: Diary, answered: Truth, owner: str, factor: int) -> tuple[int, int]:
    """Days with and without; for a rated factor above its mean and not."""
    values = diary.partners[owner].factors[answered, factor]
    values = values[~np.isnan(values)]
    middle = float(values.mean()) if len(values) and is_rated(diary.factors[factor]) else 0.5
    with_ = int((values > middle).sum())
    return with_, len(values) - with_


def _nothing(whose: tuple[str, str, str, str], counts: tuple[int, int], needed: float) -> Link:
    with_, without = counts
    return Link(
        *whose, 0.0, -ALL, ALL, VAST, 1.0, with_ + without, with_, without,
        enough=False, shown=False, withdrawn=False, demanded=needed, overlaps=(),
    )  # fmt: skip
