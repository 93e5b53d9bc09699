"""Every sentence that can be said, held against the words that are not."""

import re
from dataclasses import replace
from datetime import date
from itertools import product

import pytest

from stepwell.insight.patterns import wording
from stepwell.insight.patterns.api import Carried, Coverage, Link, Turn, Weekend, analyse, page
from stepwell.insight.patterns.testing import diary

NOT_SAID = (
    *("cause", "because of", "leads to", "makes you", "proves", "guarantees", "always", "never"),
    *("fault", "blame", "should", "must", "victim", "cheat", "addict", "guilty", "wronged", "get over"),
)
NAMES = (
    "t:phone",
    "h:long walk",
    "r:tea_together",
    "p:home by six",
    "c:sleep",
    "t:blame",
    "h:never late",
    "t:default",
)


def link(factor: str, effect: float, outcome: str = "o:safety") -> Link:
    low, high = sorted((effect * 0.5, effect * 1.5))
    return Link(
        *(outcome, "A", factor, "B", effect, low, high, 0.1, 500.0, 97, 22, 75),
        *(True, True, False, 100.0, ()),
    )  # fmt: skip


def sentences() -> list[str]:
    day = date(2026, 3, 3)
    found = [
        say(link(name, effect, outcome))
        for say, name, effect, outcome in product(
            (wording.about_link, wording.about_withdrawn, wording.about_emerging),
            NAMES, (-1.2, 0.4, 3.0), ("o:safety", "o:fault"),
        )
    ]  # fmt: skip
    found += [
        wording.about_emerging(replace(link(name, 0.4), inseparable=True, overlaps=(("A", name),)))
        for name in NAMES
    ]
    for change in (-1.1, 1.1):
        found.append(wording.about_turn(Turn("o:trust", "B", day, day, day, change, True)))
        found.append(
            wording.about_carried(Carried("o:trust", "B", "A", change, change - 0.1, change + 0.1, 50, True))
        )
        found.append(wording.about_weekend(Weekend("o:trust", "B", change, 100, True)))
    found += [
        wording.too_early(None),
        wording.too_early(21),
        wording.about_coverage("A", Coverage(97, 0.81), 120),
    ]
    return found


@pytest.mark.parametrize("sentence", sentences())
def test_a_sentence(sentence: str) -> None:
    assert not [word for word in NOT_SAID if re.search(rf"\b{word}\b", sentence.casefold())]
    assert "!" not in sentence
    assert sentence.endswith(".")


def test_the_number_its_range_and_its_days() -> None:
    said = wording.about_link(link("t:phone", -1.2))
    assert said == (
        "On the 22 days when B noted “phone”, A’s safety was about 1.2 points lower "
        "(plausible range 0.6 to 1.8). This shows they go together, not why."
    )
    assert "Over 97 days, when B rated “sleep” two usual swings higher" in wording.about_link(
        link("c:sleep", 0.5)
    )


def test_a_word_that_is_left_unsaid_leaves_names_that_can_be_told_apart() -> None:
    names = ("t:my fault", "t:your fault", "t:he always left", "t:Blame", "t:default", "t:causeway")
    assert [wording.spoken(name) for name in names] == [
        *("“my f…”", "“your f…”", "“he a… left”", "“B…”", "“default”", "“causeway”"),
    ]


def test_a_number_has_two_decimals_at_most() -> None:
    same = replace(link("t:phone", 3.190921), low=3.190921, high=3.190921)
    assert "about 3.19 points higher" in wording.about_link(same)


def test_what_cannot_be_told_apart_names_all_of_it() -> None:
    one = replace(link("t:phone", -1.2), shown=False, inseparable=True)
    assert wording.about_emerging(replace(one, overlaps=(("B", "t:late"), ("A", "t:phone")))) == (
        "Something may go together in “phone” (B) and A’s safety. In these 97 days, “phone” (B), “late” (B) "
        "and “phone” (A) go together too closely to be told apart."
    )


def test_a_whole_page() -> None:
    found = page(analyse(diary(400, shift=2.0, carry=0.4)))
    assert not [word for word in NOT_SAID if re.search(word, found.casefold())]
    for heading in ("harder days", "What is turning", "What carries over"):
        assert heading in found
    assert page(analyse(diary(400, shift=2.0, carry=0.4))) == found
