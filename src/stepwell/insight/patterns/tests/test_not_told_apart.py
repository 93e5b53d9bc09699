"""Things that come on the same days: the same is said of each, whichever comes first, naming the others."""

import json
from dataclasses import replace

import numpy as np
import pytest

from stepwell.insight.patterns.api import Diary, Link, Partner, State, analyse, in_bytes, page, state
from stepwell.insight.patterns.testing import diary


def alike(copies: int, *, share: float = 1.0, turned: bool = False) -> list[Link]:
    """A's phone, and `copies` factors that are the same on such a share of days."""
    ours = diary(300)
    factors = ours.partners["A"].factors
    rng = np.random.default_rng(2)
    for column in range(1, copies + 1):
        same = rng.random(len(factors)) < share
        factors[:, column] = np.where(same, factors[:, 0], factors[:, column])
    if turned:
        factors[:, : copies + 1] = factors[:, copies::-1]
    found = [x for x in analyse(ours).links if x.outcome == "o:safety"]
    return [x for x in found if x.outcome_partner == x.factor_partner == "A"][: copies + 1]


@pytest.mark.parametrize(("copies", "share"), [(1, 1.0), (2, 1.0), (1, 0.99)])
@pytest.mark.parametrize("turned", [False, True])
def test_each_is_said_to_emerge_and_names_the_other(copies: int, share: float, turned: bool) -> None:
    links = alike(copies, share=share, turned=turned)
    names = [link.factor for link in links]
    assert {state(link) for link in links} == {State.EMERGING}
    for link in links:
        assert link.inseparable
        assert link.factor not in [name for _, name in link.overlaps]
    first = max(links, key=lambda link: len(link.overlaps))
    assert {first.factor, *(name for _, name in first.overlaps)} == set(names)
    if share == 1.0:
        assert len({round(link.evidence) for link in links}) == 1
        assert len({round(link.effect, 6) for link in links}) == 1


def test_the_page_says_so() -> None:
    ours = diary(300)
    ours.partners["A"].factors[:, 1] = ours.partners["A"].factors[:, 0]
    said = page(analyse(ours))
    assert "“phone” (A) and “late” (A) go together too closely to be told apart" in said
    assert "“late” (A) and “phone” (A) go together too closely to be told apart" in said


def both_note(agree: float) -> Diary:
    """Both note the tea that A's phone was before; B notes the same on such a share of days."""
    ours = diary(300)
    a, b = ours.partners["A"], ours.partners["B"]
    there = ~np.isnan(a.outcomes[:, 0]) & ~np.isnan(b.outcomes[:, 0])
    rng = np.random.default_rng(3)
    same = there & (rng.random(300) < agree)
    theirs = np.where(same, a.factors[:, 0], b.factors[:, 0])
    columns = np.column_stack((theirs, b.factors[:, 1:]))
    return replace(ours, partners={"A": a, "B": Partner(b.outcomes, columns)})


def test_one_thing_that_both_noted_is_one() -> None:
    ours = both_note(1.0)
    found = {
        (x.factor_partner, x.factor): x
        for x in analyse(ours).links
        if (x.outcome, x.outcome_partner) == ("o:safety", "A")
    }
    pair = [found["A", "t:phone"], found["B", "t:phone"]]
    assert [x.shown for x in pair].count(True) == 1
    hidden = next(x for x in pair if not x.shown)
    other = "B" if hidden.factor_partner == "A" else "A"
    assert hidden.overlaps == ((other, "t:phone"),)
    told = [
        x
        for x in json.loads(in_bytes(analyse(ours)))["links"]
        if (x["outcome"], x["outcome_partner"], x["factor"]) == ("o:safety", "A", "t:phone")
    ]
    assert [x["overlaps_with"] for x in told if not x["reported"]] == [[f"t:phone ({other})"]]
