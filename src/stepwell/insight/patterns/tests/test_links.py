"""Estimates beside statsmodels, and what must not change them."""

from datetime import date

import numpy as np
import pytest
import statsmodels.api as sm
from hypothesis import given, settings
from hypothesis import strategies as st

from stepwell.insight.patterns import noise, sturdy
from stepwell.insight.patterns.api import Diary, Link, Partner, Watched, analyse, in_bytes, parse
from stepwell.insight.patterns.covariates import covariates
from stepwell.insight.patterns.series import series
from stepwell.insight.patterns.testing import csv, diary, heading, rows
from stepwell.insight.patterns.trial import scores


def shown(one: Diary) -> dict[tuple[str, str, str, str], Link]:
    links = analyse(one).links
    return {(x.outcome, x.outcome_partner, x.factor, x.factor_partner): x for x in links if x.shown}


def dense(at: np.ndarray, phi: float) -> np.ndarray:
    return phi ** np.abs(at[:, None] - at[None, :])


def test_as_statsmodels_estimates_it(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sturdy, "BOUNDS", ())
    ours = diary(150)
    one = series(ours)[0]
    trial = one.trials[0]
    effect, error = scores(trial)
    y, f = ours.partners["A"].outcomes[trial.rows, 0], ours.partners["A"].factors[trial.rows]
    for place, column in enumerate(trial.which[:5].tolist()):
        x = np.column_stack((f[:, column], covariates(ours)[trial.rows]))
        other = sm.GLS(y, x, sigma=dense(trial.rows, one.inertia.phi)).fit()
        assert effect[place] == pytest.approx(other.params[0], rel=1e-3, abs=1e-3)
        # ours is the error before the factor itself has taken its share of the variance
        scale = np.sqrt(other.scale * other.df_resid) / np.sqrt(trial.rest @ trial.rest)
        assert error[place] * scale * np.sqrt(trial.freedom / other.df_resid) == pytest.approx(
            other.bse[0], rel=1e-3
        )


def test_as_a_state_space_model_with_missed_days_estimates_it() -> None:
    ours = diary(150, drop=1.0)
    one = series(ours)[0]
    y = ours.partners["A"].outcomes[:, 0]
    x = np.column_stack((np.nan_to_num(ours.partners["A"].factors[:, 0]), covariates(ours)))
    other = sm.tsa.SARIMAX(y, x, order=(1, 0, 0)).fit(disp=False)
    effect, _ = scores(one.trials[0])
    assert effect[0] == pytest.approx(other.params[0], rel=0.05)
    assert one.inertia.phi == pytest.approx(other.params[-2], abs=0.06)


def test_inertia_is_that_of_the_dense_likelihood() -> None:
    rng = np.random.default_rng(4)
    at = np.flatnonzero(rng.random(120) < 0.7)
    x = np.column_stack((np.ones(len(at)), np.cos(np.pi * at / 120)))
    y = np.linalg.cholesky(dense(at, 0.5)) @ rng.standard_normal(len(at))
    fits = []
    for phi in noise.GRID:
        v = dense(at, phi)
        inverse = np.linalg.inv(v)
        gram = x.T @ inverse @ x
        rest = y - x @ np.linalg.solve(gram, x.T @ inverse @ y)
        fits.append(
            -0.5
            * (
                (len(y) - 2) * np.log(rest @ inverse @ rest)
                + np.linalg.slogdet(v)[1]
                + np.linalg.slogdet(gram)[1]
                + ((phi - 0.4) / 0.2) ** 2
            )
        )
    share = np.exp(np.array(fits) - max(fits))
    found = noise.inertia(np.column_stack((x, y)), noise.gaps(at))
    assert found.phi == pytest.approx(float(share @ noise.GRID / share.sum()), abs=1e-3)
    assert found.low < found.phi < found.high


def test_a_planted_link_is_found_and_nothing_else() -> None:
    found = shown(diary(365))
    assert set(found) == {("o:safety", "A", "t:phone", "A"), ("o:trust", "A", "t:phone", "A")}
    for link in found.values():
        assert link.low <= -1.5 <= link.high


def test_a_weak_one_is_not_shown_early() -> None:
    assert not shown(diary(45, drop=0.5))


def test_a_few_wild_days_do_not_decide() -> None:
    calm, wild = diary(300, drop=0.8), diary(300, drop=0.8)
    y = wild.partners["A"].outcomes
    hit = np.flatnonzero(~np.isnan(y[:, 0]))[::25]
    y[hit] = 10.0
    key = ("o:safety", "A", "t:phone", "A")
    assert shown(wild)[key].effect == pytest.approx(shown(calm)[key].effect, rel=0.25)


def test_what_only_travels_with_a_link_is_named_beside_it() -> None:
    ours = diary(400)
    factors = ours.partners["A"].factors
    rng = np.random.default_rng(2)
    copied = rng.random(len(factors)) < 0.8
    factors[:, 1] = np.where(copied, factors[:, 0], factors[:, 1])
    links = {
        (x.outcome, x.factor, x.factor_partner): x for x in analyse(ours).links if x.outcome_partner == "A"
    }
    assert links["o:safety", "t:phone", "A"].shown
    late = links["o:safety", "t:late", "A"]
    assert not late.shown
    assert late.overlaps == (("A", "t:phone"),)


def test_what_cannot_be_told_apart_is_not_shown_and_names_its_rival() -> None:
    ours = diary(300)
    factors = ours.partners["A"].factors
    factors[:, 1] = factors[:, 0]
    found = [x for x in analyse(ours).links if x.outcome_partner == x.factor_partner == "A"]
    links = {x.factor: x for x in found if x.outcome == "o:safety"}
    for one, other in (("t:phone", "t:late"), ("t:late", "t:phone")):
        assert not links[one].shown
        assert other in [name for _, name in links[one].overlaps]


def test_what_is_watched_is_seen_sooner() -> None:
    def first_shown(watched: Watched, seed: int) -> int:
        ours = diary(260, drop=0.9, seed=seed)
        for days in range(40, 260, 10):
            links = analyse(ours.until(days), watched).links
            if any(x.shown and x.factor == "t:phone" and x.outcome == "o:safety" for x in links):
                return days
        return 260

    before = date(2026, 1, 2)
    named = {"o:safety": {"t:phone": before}, "o:trust": {"h:walk": before}}
    plain, watched = ([first_shown(said, seed) for seed in range(4)] for said in ({}, named))
    assert all(sooner <= later for sooner, later in zip(watched, plain, strict=True))
    assert sum(watched) < sum(plain)


def test_a_link_that_fades_is_withdrawn() -> None:
    ours, after = diary(500, drop=2.0, seed=3), diary(500, drop=-1.0, seed=3)
    late = np.arange(500) >= 200
    for here, there in zip(ours.partners.values(), after.partners.values(), strict=True):
        here.outcomes[late] = there.outcomes[late]
    assert any(x.shown for x in analyse(ours.until(200)).links)
    fading = [x for x in analyse(ours).links if x.withdrawn]
    assert {(x.outcome_partner, x.factor) for x in fading} == {("A", "t:phone")}


@given(st.randoms(use_true_random=False))
@settings(max_examples=5, deadline=None)
def test_the_order_of_rows_changes_nothing(random: object) -> None:
    ours = diary(120)
    lines = rows(ours)
    random.shuffle(lines)  # type: ignore[attr-defined]  # hypothesis gives a random.Random
    mixed = "\n".join([heading(ours), *lines, ""]).encode()
    assert in_bytes(analyse(parse(mixed))) == in_bytes(analyse(parse(csv(ours))))


@given(st.text(alphabet="abcdefghijklmnop", min_size=1, max_size=8))
@settings(max_examples=5, deadline=None)
def test_a_name_changes_no_number(name: str) -> None:
    ours = diary(120)
    other = Diary(ours.start, ours.days, ours.outcomes, (f"t:{name}x", *ours.factors[1:]), ours.partners)
    there = (
        in_bytes(analyse(other)).decode().replace(f"t:{name}x", "t:phone").replace(f"“{name}x”", "“phone”")
    )
    assert there == in_bytes(analyse(ours)).decode()


def test_an_empty_day_changes_nothing() -> None:
    ours = diary(150)
    day = int(np.flatnonzero(np.isnan(ours.partners["A"].outcomes[:, 0]))[0])
    line = f"{ours.day(day).isoformat()},A," + "," * (len(ours.outcomes) + len(ours.factors) - 1)
    assert in_bytes(analyse(parse(csv(ours) + line.encode() + b"\n"))) == in_bytes(analyse(parse(csv(ours))))


@given(st.sampled_from([0.125, 0.5, 2.0, 8.0]))
@settings(max_examples=5, deadline=None)
def test_the_unit_of_an_outcome_changes_only_its_points(times: float) -> None:
    ours = diary(150)
    scaled = {n: Partner(p.outcomes * times, p.factors) for n, p in ours.partners.items()}
    other = Diary(ours.start, ours.days, ours.outcomes, ours.factors, scaled)
    for here, there in zip(analyse(ours).links, analyse(other).links, strict=True):
        assert there.shown == here.shown
        assert there.evidence == pytest.approx(here.evidence, rel=1e-3)
        assert there.effect == pytest.approx(here.effect * times, rel=1e-3, abs=1e-6)
