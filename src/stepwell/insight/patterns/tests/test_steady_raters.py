"""Few answers that differ, and strong things that are rare: the numbers are still those of the days."""

from datetime import timedelta

import numpy as np
import pytest

from stepwell.insight.patterns import sturdy
from stepwell.insight.patterns.api import Diary, Findings, Partner, Turn, analyse
from stepwell.insight.patterns.testing import START
from stepwell.insight.patterns.turning import _merged


def steady(rng: np.random.Generator, days: int, usual: float = 7.0) -> np.ndarray:
    points = np.full(days, usual)
    other = rng.random(days) < 0.1
    points[other] += rng.choice([-2, -1, 1, 2], int(other.sum()))
    return points


def said(points: np.ndarray, noted: np.ndarray) -> Findings:
    partner = Partner(points[:, None].astype(float), noted.reshape(len(points), -1).astype(float))
    names = tuple(f"t:{i}" for i in range(partner.factors.shape[1]))
    return analyse(Diary(START, len(points), ("o:safety",), names, {"A": partner}))


@pytest.mark.parametrize(("hit", "least"), [(0.8, 9), (1.0, 10)])
def test_a_steady_rater_with_a_strong_trigger(hit: float, least: int) -> None:
    held = 0
    for seed in range(12):
        rng = np.random.default_rng(seed)
        points, noted = steady(rng, 300), rng.random(300) < 0.2
        points[noted & (rng.random(300) < hit)] = 4.0
        link = said(points, noted).links[0]
        assert link.shown
        assert link.effect == pytest.approx(-3 * hit, abs=0.5)
        held += link.low <= -3 * hit <= link.high
    assert held >= least


@pytest.mark.parametrize("drop", [2, 4])
def test_a_rare_and_strong_trigger(drop: int) -> None:
    held = 0
    for seed in range(12):
        rng = np.random.default_rng(seed)
        mood = rng.standard_normal(365)
        for day in range(1, 365):
            mood[day] = 0.4 * mood[day - 1] + 0.9 * mood[day]
        noted = rng.random(365) < 0.06
        points, without = (np.clip(np.round(6.5 + mood - d * noted), 0, 10) for d in (drop, 0))
        link, truth = said(points, noted).links[0], float((points - without)[noted].mean())
        assert link.shown
        held += link.low <= truth <= link.high
    assert held >= 9


def test_a_single_day_decides_nothing() -> None:
    points, noted = np.full(400, 5.0), np.zeros(400)
    noted[198:203] = 1
    for unlike in ([200], [200, 300]):
        points[unlike] = 0.0
        found = said(points, noted)
        assert [link.shown for link in found.links] == [False]
        assert not found.turns


def test_what_is_fitted_beside_is_not_taken_for_wild() -> None:
    rng = np.random.default_rng(1)
    x, rare = np.ones((300, 1)), (rng.random(300) < 0.05).astype(float)
    y = rng.standard_normal(300) - 8 * rare
    free = rare - rare.mean()
    alone, beside = (
        float(free @ sturdy.fit(x, y, beside=columns).rest / (free @ free))
        for columns in (None, rare[:, None])
    )
    assert beside == pytest.approx(-8, abs=0.6)
    assert alone > beside + 2


def test_the_step_between_answers() -> None:
    assert sturdy.step_of(np.array([3.0, 4, 7, 7.5, 8, 9, 10])) == 1.0
    assert sturdy.step_of(np.full(9, 7.0)) == 0.0
    assert sturdy.step_of(np.random.default_rng(1).random(500)) < 0.01


def test_one_step_of_a_steady_rater_is_one_turn() -> None:
    for seed in range(6):
        rng = np.random.default_rng(seed)
        points = steady(rng, 300, 6.0)
        points[150:] += 2
        (turn,) = said(points, np.zeros(300)).turns
        assert turn.first <= START + timedelta(150) <= turn.last
        assert turn.change == pytest.approx(2.0, abs=0.3)


def test_turns_whose_ranges_meet_are_one() -> None:
    def turn(day: int, change: float) -> Turn:
        at = START + timedelta(day)
        return Turn("o:x", "A", at, at - timedelta(7), at + timedelta(7), change, True)

    one, two, far, back = turn(100, 0.5), turn(112, 1.5), turn(140, 0.4), turn(150, -1.0)
    merged, *rest = _merged([one, two, far, back])
    assert (merged.first, merged.last, merged.day, merged.change) == (one.first, two.last, two.day, 2.0)
    assert rest == [far, back]


def test_the_weekend_of_a_steady_rater() -> None:
    rng = np.random.default_rng(4)
    points = steady(rng, 300, 6.0)
    weekend = (np.arange(300) + START.weekday()) % 7 >= 5
    points[weekend] += 2
    assert said(points, np.zeros(300)).weekends[0].effect == pytest.approx(2.0, abs=0.2)
