"""Looking often does not make evidence."""

import numpy as np
import pytest

from stepwell.insight.patterns.evidence import cumulative, evidence, normal_score
from stepwell.insight.patterns.flagging import demanded
from stepwell.insight.patterns.intervals import shown_range, usual_range


def test_the_normal_distribution() -> None:
    from statistics import NormalDist

    x = np.linspace(-6, 6, 121)
    np.testing.assert_allclose(cumulative(x), [NormalDist().cdf(v) for v in x.tolist()], atol=2e-7)


@pytest.mark.parametrize("expected", [-1, 0, 1])
@pytest.mark.parametrize("error", [0.5, 0.8, 2.0])
def test_without_a_link_its_mean_is_one(expected: int, error: float) -> None:
    z = np.linspace(-12, 12, 200_001)
    density = np.exp(-0.5 * z**2) / np.sqrt(2 * np.pi)
    found = evidence(z, np.full_like(z, error), np.full(len(z), expected))
    assert float((found * density).sum() * (z[1] - z[0])) == pytest.approx(1.0, abs=0.02)


def test_daily_looks_cross_seldom() -> None:
    """Ville: however often one looks, at most one in twenty reaches twenty."""
    rng = np.random.default_rng(11)
    n, people = 400, 2000
    f = rng.random((n, people)) < 0.3
    y = rng.standard_normal((n, people))
    centred = f - 0.3
    top, weight = np.cumsum(centred * y, axis=0)[20:], np.cumsum(centred**2, axis=0)[20:]
    signs = np.full(top.shape, -1)
    ever = (evidence(top / np.sqrt(weight), 1 / np.sqrt(weight), signs) >= 20).any(axis=0)
    assert 0.001 < ever.mean() <= 0.05


def test_the_expected_direction_needs_less() -> None:
    z, error = np.array([-3.0, 3.0]), np.full(2, 0.15)
    lower, higher = evidence(z, error, np.array([-1, -1]))
    assert lower > 5 * higher
    assert evidence(z, error, np.array([0, 0]))[0] == pytest.approx(evidence(z, error, np.array([0, 0]))[1])


def test_more_links_demand_more_and_many_together_less() -> None:
    few, many = np.zeros(20), np.zeros(240)
    assert demanded(many, 240) > demanded(few, 20)
    strong = many.copy()
    strong[:6] = 1e6
    assert demanded(strong, 240) < demanded(many, 240)


def test_a_t_value_is_as_far_out_as_its_normal() -> None:
    from statistics import NormalDist

    # P(T > 2.228) = .025 for ten degrees of freedom
    assert float(normal_score(np.array([2.228]), 10)[0]) == pytest.approx(
        NormalDist().inv_cdf(0.975), abs=0.02
    )


def test_ranges_draw_in() -> None:
    effect, low, high = shown_range(-1.0, 0.3, 2.0)
    assert low < -1.0 < effect < high <= 0.0
    wide = usual_range(np.array([3.0, 3.0]), np.array([0.1, 3.0]), 2.0)
    assert wide[0, 0] == pytest.approx(3.0, abs=0.01)
    assert wide[1, 0] < 2.0
