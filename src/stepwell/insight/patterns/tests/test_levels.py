"""What is turning, what carries over, what comes round each week."""

import numpy as np

from stepwell.insight.patterns.api import analyse
from stepwell.insight.patterns.testing import diary


def test_a_shift_is_found_with_a_range_that_holds_it() -> None:
    ours = diary(300, shift=2.0)
    turns = [x for x in analyse(ours).turns if x.partner == "B"]
    assert {x.outcome for x in turns} == {"o:safety", "o:trust"}
    for turn in turns:
        assert turn.first <= ours.day(150) <= turn.last
        assert turn.first <= turn.day <= turn.last
        assert 1.2 < turn.change < 2.8


def test_no_shift_no_turn() -> None:
    assert not any(analyse(diary(300, seed=seed)).turns for seed in range(6))


def test_a_steady_drift_is_no_turn() -> None:
    for seed in range(4):
        ours = diary(365, seed=seed)
        y = ours.partners["B"].outcomes
        y += np.linspace(-1.0, 1.0, 365)[:, None]
        assert not [x for x in analyse(ours).turns if x.partner == "B"]


def test_a_habit_taken_up_is_no_turn() -> None:
    ours = diary(400, drop=0.0, seed=2)
    a = ours.partners["A"]
    rng = np.random.default_rng(9)
    habit = (rng.random(400) < np.where(np.arange(400) > 200, 0.85, 0.05)).astype(float)
    a.factors[:, 2] = np.where(np.isnan(a.factors[:, 2]), np.nan, habit)
    a.outcomes[:, 0] += 2.5 * habit
    found = analyse(ours)
    assert any(x.shown and x.factor == "h:walk" and x.outcome == "o:safety" for x in found.links)
    assert not [x for x in found.turns if (x.partner, x.outcome) == ("A", "o:safety")]


def test_what_carries_over_and_only_that_way() -> None:
    found = {(x.from_, x.to) for x in analyse(diary(500, carry=0.4)).carried if x.shown}
    assert found == {("B", "A")}
    assert not [x for x in analyse(diary(500)).carried if x.shown]


def test_weekends() -> None:
    ours = diary(300)
    ours.partners["B"].outcomes[:, 1] += 1.2 * ours.weekend()
    found = {(x.outcome, x.partner): x for x in analyse(ours).weekends}
    assert [key for key, x in found.items() if x.shown] == [("o:trust", "B")]
    assert 0.7 < found["o:trust", "B"].effect < 1.7


def test_inertia_lies_in_its_range() -> None:
    for staying in analyse(diary(300, drop=0.0)).staying:
        assert staying.low <= 0.42
        assert staying.high >= 0.36
        assert staying.low < staying.phi < staying.high
