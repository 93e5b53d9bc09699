"""What carried over once and no longer does is told as such; what is drawn of it is what was estimated."""

from datetime import date

import numpy as np

from stepwell.insight.patterns.api import Carried, Diary, Partner, carried, pairs_of


def diary(*carries: float, days: int = 160) -> Diary:
    """B's yesterday goes into A's today by so much, one stretch of days after the other."""
    lot = np.random.default_rng(5)
    a, b = [0.0], [0.0]
    for carry in carries:
        for _ in range(days):
            a.append(0.3 * a[-1] + carry * b[-1] + lot.normal())
            b.append(0.3 * b[-1] + lot.normal())
    none = np.empty((len(a), 0))
    partners = {name: Partner(np.array(values)[:, None] + 5, none) for name, values in (("A", a), ("B", b))}
    return Diary(date(2025, 1, 6), len(a), ("o:calm",), (), partners)


def to_a(found: list[Carried]) -> Carried:
    return next(one for one in found if one.to == "A")


def test_what_goes_on_is_shown_and_what_went_is_withdrawn() -> None:
    now, gone, none = (to_a(carried(diary(*some))) for some in ((0.6,), (0.6, -0.6), (0.0, 0.0)))
    assert (now.shown, now.withdrawn) == (True, False)
    assert (gone.shown, gone.withdrawn) == (False, True)
    assert (none.shown, none.withdrawn) == (False, False)
    assert gone.n == 320


def test_pairs_give_the_estimate() -> None:
    days = diary(0.6)
    pairs, found = pairs_of(days, "o:calm", "B", "A"), to_a(carried(days))
    assert pairs is not None
    assert len(pairs.free) == found.n
    effect = float(pairs.free @ pairs.rest / (pairs.free @ pairs.free))
    assert found.low < effect < found.high
    assert pairs.rest[pairs.free > 0].mean() > pairs.rest[pairs.free <= 0].mean()
    assert pairs_of(diary(0.6, days=20), "o:calm", "B", "A") is None
