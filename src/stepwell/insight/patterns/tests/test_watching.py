"""What is named carries more weight, and what already stood for it when it was named carries none of it."""

from datetime import date, timedelta

import numpy as np
import pytest

from stepwell.insight.patterns.api import Diary, Partner, State, Watched, analyse, state
from stepwell.insight.patterns.earlier import evidence_until
from stepwell.insight.patterns.links import MOST_WEIGHT, _tested, _weigh
from stepwell.insight.patterns.series import series
from stepwell.insight.patterns.testing import START, diary

BEFORE = START - timedelta(1)


def noise_only(seed: int, *, factors: int = 20, days: int = 300) -> Diary:
    rng = np.random.default_rng(seed)
    mood = rng.standard_normal((days, 2))
    for day in range(1, days):
        mood[day] += 0.4 * mood[day - 1]
    noted = (rng.random((days, factors)) < 0.2).astype(float)
    names = tuple(f"t:{i:02}" for i in range(factors))
    points = np.clip(np.round(5.5 + 1.5 * mood), 0, 10)
    return Diary(START, days, ("o:safety", "o:trust"), names, {"A": Partner(points, noted)})


def weights(ours: Diary, watched: Watched) -> list[np.ndarray]:
    groups = [(one, [_tested(ours, trial) for trial in one.trials]) for one in series(ours)]
    _weigh(ours, groups, watched)
    return [tested.weight for _, group in groups for tested in group]


def test_named_beforehand_has_all_of_it_and_the_mean_stays_one() -> None:
    ours = noise_only(1)
    for names, more in ((("t:00",), MOST_WEIGHT), (("t:00", "t:01", "t:02", "t:03"), 2.5)):
        named, plain = weights(ours, {"o:safety": dict.fromkeys(names, BEFORE)})
        assert named[: len(names)].tolist() == pytest.approx([more] * len(names))
        assert named.mean() == pytest.approx(1.0)
        assert (plain == 1.0).all()


def test_named_today_is_worth_what_is_left_of_it() -> None:
    ours = diary(260)
    (_, trial), *_ = [(one, one.trials[0]) for one in series(ours)]
    which, expected = np.arange(6), np.array([-1, -1, 1, 1, 1, 0])
    stood = evidence_until(trial, which, expected, np.full(6, len(trial.rows)))
    named = dict.fromkeys(ours.factors[:2], ours.as_of)
    first = weights(ours, {"o:safety": named})[0]
    # six factors of each of two people, of which four are watched columns
    assert first[:2].tolist() == pytest.approx(np.maximum(1.0, 1.5 / np.maximum(1.0, stood[:2])).tolist())
    assert stood[0] > 100


def test_the_day_it_is_named_counts_as_known() -> None:
    ours = noise_only(2)
    rows = series(ours)[0].trials[0].rows
    trial = series(ours)[0].trials[0]
    ends = np.array([0, 1, 150, len(rows)])
    one = evidence_until(trial, np.zeros(4, dtype=int), np.full(4, -1), ends)
    assert one[0] == 1.0
    assert one[3] == pytest.approx(_tested(ours, trial).evidence[0], rel=1e-6)
    day = ours.day(int(rows[149]))
    assert weights(ours, {"o:safety": {"t:00": day}})[0][0] == pytest.approx(
        max(1.0, MOST_WEIGHT / max(1.0, one[2]))
    )


def test_naming_what_emerges_tells_no_more_than_naming_nothing() -> None:
    """Whatever emerges is named at once and stays named: noise is shown no oftener for it."""

    def ever(seed: int, *, naming: bool) -> bool:
        ours, watched = noise_only(seed, days=260), dict[str, dict[str, date]]()
        for days in range(60, 261, 25):
            here = ours.until(days)
            links = analyse(here, watched).links
            if any(link.shown for link in links):
                return True
            for link in links if naming else ():
                if state(link) is State.EMERGING:
                    watched.setdefault(link.outcome, {}).setdefault(link.factor, here.as_of)
        return False

    plain, named = ([ever(seed, naming=on) for seed in range(10)] for on in (False, True))
    assert sum(named) <= sum(plain) + 1
