"""Which links are shown: how much evidence so many tested links demand, and what each adds to the others.

e-BH (Wang & Ramdas 2022, JRSS B 84:822): of m tested links, k are shown when each of the k has evidence of at
least m / (DARE k). Then the strongest is allowed for and the others are judged again given it, so that what
merely travels with a link is not shown as another.
"""

import numpy as np

from stepwell.insight.patterns.diary import Numbers
from stepwell.insight.patterns.series import Series
from stepwell.insight.patterns.standing import confirm
from stepwell.insight.patterns.tested import Column, Tested

DARE = 0.8
FLOOR = 40.0
FEWEST_DAYS, FEWEST_EACH = 28, 5


def demanded(weighted: Numbers, tested: int) -> float:
    """The evidence that is needed, given all of it: (links,), weighted."""
    ranked = np.sort(weighted)[::-1]
    each = tested / (DARE * np.arange(1, len(ranked) + 1))
    passing = np.flatnonzero(ranked >= each)
    k = int(passing[-1]) + 1 if len(passing) else 1
    return max(FLOOR, tested / (DARE * k))


def flag(all_series: list[tuple[Series, list[Tested]]], column: Column) -> float:
    """Mark what is shown. Gives the evidence that was demanded."""
    links = [tested for _, group in all_series for tested in group]
    # what was there on every day, or on none, is not a test
    count = sum(int(((t.with_ > 0) & (t.without > 0)).sum()) for t in links)
    if not count:
        return FLOOR
    needed = demanded(_weighted(links), count)
    for _, group in all_series:
        while _take_strongest(group, needed, column):
            needed = demanded(_weighted(links), count)
    for _, group in all_series:
        confirm(group, needed, column)
    return needed


def _weighted(links: list[Tested]) -> Numbers:
    return np.concatenate([np.where(t.enough, t.evidence * t.weight, 0.0) for t in links])


def _take_strongest(group: list[Tested], needed: float, column: Column) -> bool:
    best, where = 0.0, None
    for tested in group:
        value = np.where(tested.shown | ~tested.enough, 0.0, tested.evidence * tested.weight)
        at = int(value.argmax()) if len(value) else 0
        if len(value) and value[at] > best:
            best, where = float(value[at]), (tested, at)
    if where is None or best < needed:
        return False
    tested, at = where
    tested.shown[at] = True
    chosen = column(tested.trial.owner, int(tested.trial.which[at]))
    for other in group:
        other.trial.allow_for(chosen)
        other.judge(~other.shown)
    return True
