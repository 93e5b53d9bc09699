"""Every sentence this room can say of a finding: of a signal, with its number and its range, and no more."""

from itertools import product
from uuid import uuid4

import pytest

from stepwell.together.between import sentences, sources
from stepwell.together.between.content import CarryV1
from stepwell.together.between.tests.cast import Days

UNSAID = (
    *("cause", "because of", "leads to", "makes you", "proves", "guarantees", "always", "never", "fault"),
    *("blame", "worse", "better than", "more than", "less than", "score", "should", "must", "!", "%"),
)
ALMA, BEN = uuid4(), uuid4()
NAMES = {ALMA: "Alma", BEN: "Ben"}
EFFECTS = ((0.31, 0.1, 0.52), (-0.2, -0.39, -0.01), (0.12, -0.02, 0.3), (1.4, 0.9, 1.9))


@pytest.fixture(autouse=True)
def known(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sources, "_sources", {"made-up": Days(ALMA, BEN).source()})


def carry(
    effect: tuple[float, float, float], signal: str, *, pairs: int = 120, turned: bool = False
) -> CarryV1:
    size, low, high = effect
    one, other = (BEN, ALMA) if turned else (ALMA, BEN)
    heaps = (0, 0, 0, 1, 20, 60, 20, 2, 0, 0, 0)
    return CarryV1(
        signal=signal,
        from_=one,
        to=other,
        pairs=pairs,
        effect=size,
        low=low,
        high=high,
        higher=heaps,
        other=heaps,
        mean_higher=size,
        mean_other=-size,
    )


@pytest.mark.parametrize(("effect", "turned"), list(product(EFFECTS, (False, True))))
def test_each_holds_its_number_and_claims_no_more(effect: tuple[float, float, float], turned: bool) -> None:
    for signal in sources.signals():
        one = carry(effect, signal, turned=turned)
        said, drawn = sentences.of_carry(one, NAMES), sentences.drawn(one, NAMES)
        told = f"{said.big} {said.small} {sentences.of_past(one, NAMES)} {drawn.svg} {drawn.head}".lower()
        assert not [words for words in UNSAID if words in told]
        assert f"{abs(effect[0]):.2f}" in said.big
        assert ("higher" if effect[0] > 0 else "lower") in said.big.split("about")[1]
        assert f"{abs(effect[2] if effect[0] > 0 else effect[1]):.2f}" in said.small
        assert "From 120 days" in said.small
        assert str(sources.signals()[signal]) in said.big
    assert "From 1 day " in sentences.of_carry(carry(effect, "calm", pairs=1), NAMES).small


@pytest.mark.parametrize("days", [0, 1, 60, 99, 100, 500])
def test_waiting_says_about_how_long_and_nothing_of_anybody(days: int) -> None:
    said = sentences.of_waiting(days, rest=days > 50)
    assert not [words for words in UNSAID if words in said.lower()]
    more = sentences.ENOUGH_DAYS - days
    assert (f"about {more} more day" in said) == (more > 0)


def test_a_name_is_never_markup() -> None:
    said = sentences.of_carry(carry(EFFECTS[0], "calm"), {ALMA: "<b>Alma</b>", BEN: "Ben & co"})
    assert "&lt;b&gt;Alma" in said.big
    assert "Ben &amp; co" in said.big


def test_somebody_who_stands_under_no_name_is_one_of_you() -> None:
    assert "one of you’s calm" in sentences.of_carry(carry(EFFECTS[0], "calm"), {}).big
