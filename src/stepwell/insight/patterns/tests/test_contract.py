"""The document of the contract."""

import json

import numpy as np

from stepwell.insight.patterns.api import State, analyse, document, in_bytes, more_days, parse, state
from stepwell.insight.patterns.testing import csv, diary

STATES = {"too_early", "nothing_clear", "emerging", "supported", "withdrawn"}


def test_each_link() -> None:
    told = document(analyse(parse(csv(diary(260)))))
    links = told["links"]
    assert isinstance(links, list)
    for link in links:
        assert link["lag"] == 0
        assert link["level"] == 0.9
        assert link["state"] in STATES
        assert link["unit"] == ("plus_two_sd" if link["factor"].startswith("c:") else "present_vs_absent")
        assert link["effect"] == 0 or link["direction"] == ("raises" if link["effect"] > 0 else "lowers")
        assert link["ci"][0] <= link["effect"] <= link["ci"][1]
        assert link["n"] == link["n_with"] + link["n_without"]
        assert link["evidence"] >= 0
        assert link["reported"] == ("text" in link) == (link["state"] == "supported")
        if link["reported"]:
            assert f"{abs(link['effect'])}" in link["text"]
    shown = [(x["outcome_partner"], x["factor"], x["factor_partner"]) for x in links if x["reported"]]
    assert shown == [("A", "t:phone", "A"), ("A", "t:phone", "A")]


def test_few_days_are_too_early() -> None:
    for days in (1, 2, 7, 20, 33):
        links = document(analyse(diary(days)))["links"]
        assert isinstance(links, list)
        assert {link["state"] for link in links} <= {"too_early"}


def test_every_link_is_listed_from_the_first_day() -> None:
    ours = diary(300)
    ours.partners["B"].outcomes[:, 0] = np.where(np.isnan(ours.partners["B"].outcomes[:, 0]), np.nan, 5.0)
    everything = [
        (x.factor_partner, x.factor, x.outcome_partner, x.outcome) for x in analyse(diary(300)).links
    ]
    assert len(everything) == 2 * 6 * 2 * 2
    for days in (1, 2, 5, 14, 28, 300):
        some = analyse(ours.until(days)).links
        noted = {(n, f) for n, p in ours.until(days).partners.items() for f in ours.factors if p.checkins}
        listed = [(x.factor_partner, x.factor, x.outcome_partner, x.outcome) for x in some]
        assert listed == [key for key in everything if key[:2] in noted and (key[2], key[1]) in noted]
        assert {str(state(x)) for x in some if x.outcome_partner == "B" and x.outcome == "o:safety"} == {
            "too_early"
        }
        json.loads(in_bytes(analyse(ours.until(days))))


def test_what_was_not_looked_at_long_enough_is_not_said_to_be_nothing() -> None:
    for seed in range(3):
        for link in analyse(diary(110, seed=seed, drop=0.0)).links:
            assert state(link) is not State.NOTHING_CLEAR or more_days(link) is None


def test_one_person_alone() -> None:
    alone = diary(200)
    told = document(analyse(parse(b"\n".join(x for x in csv(alone).splitlines() if b",B," not in x) + b"\n")))
    assert told["cross_partner"] == []
    links, partners = told["links"], told["partners"]
    assert isinstance(links, list)
    assert isinstance(partners, dict)
    assert list(partners) == ["A"]
    assert any(link["reported"] for link in links)


def test_what_does_not_vary_is_no_trouble() -> None:
    flat = diary(200)
    flat.partners["A"].outcomes[:, 0] = np.where(np.isnan(flat.partners["A"].outcomes[:, 0]), np.nan, 5.0)
    flat.partners["A"].factors[:, 1] *= 0
    flat.partners["B"].factors[:, 2] = np.nan
    json.loads(in_bytes(analyse(flat)))
