"""A day of the week that is like no other is no link of what happens on it."""

import numpy as np

from stepwell.insight.patterns.api import Diary, Partner, analyse
from stepwell.insight.patterns.covariates import WEEKDAYS_FROM, covariates
from stepwell.insight.patterns.rhythm import WEEKEND
from stepwell.insight.patterns.testing import START, diary


def mondays(seed: int, days: int) -> Diary:
    """Mondays are lower by a point; therapy is nearly always on a Monday, and linked to nothing."""
    rng = np.random.default_rng(seed)
    monday = (np.arange(days) + START.weekday()) % 7 == 0
    mood = rng.standard_normal(days)
    for day in range(1, days):
        mood[day] += 0.4 * mood[day - 1]
    points = np.clip(np.round(6 + 1.4 * mood - 1.4 * monday), 0, 10)
    noted = (rng.random((days, 6)) < 0.25).astype(float)
    noted[:, 0] = rng.random(days) < np.where(monday, 0.85, 0.08)
    names = ("t:therapy", *(f"h:{i}" for i in range(5)))
    return Diary(START, days, ("o:safety",), names, {"A": Partner(points[:, None], noted)})


def test_a_thing_of_mondays() -> None:
    assert not [x for seed in range(6) for x in analyse(mondays(seed, 365)).links if x.shown]


def test_the_columns() -> None:
    for days in (WEEKDAYS_FROM - 1, WEEKDAYS_FROM, 365):
        ours = diary(days)
        x = covariates(ours)
        weekend = ours.weekend()
        np.testing.assert_allclose(x[:, WEEKEND], weekend - weekend.mean())
        waves = days // 30
        assert x.shape == (days, 2 + waves + 5 * (days >= WEEKDAYS_FROM))
        assert np.linalg.matrix_rank(x) == x.shape[1]
    week = covariates(diary(WEEKDAYS_FROM))[:7]
    assert np.linalg.matrix_rank(np.column_stack((np.ones(7), week[:, WEEKEND], week[:, -5:]))) == 7
