"""The gate of one's own safety: a word that does not count yet is held, and looks like any other."""

import pytest
from tests.fixtures.clock import later

from stepwell.own.selfcare.testing import keep_now
from stepwell.together.menu.models import Asked
from stepwell.together.menu.tests.cast import Actor


@pytest.mark.parametrize("afraid", [0, 1])
def test_the_word_of_somebody_who_is_afraid_is_held_and_looks_like_any(
    couple: tuple[Actor, Actor], afraid: int
) -> None:
    one, other = couple[afraid], couple[1 - afraid]
    for each in couple:
        each.marks(look="w")
    one.is_afraid()
    one.asks()
    assert one.has_asked()
    assert not Asked.objects.exists(), "a yes that is held writes nothing that two could open"
    other.asks()
    for each in (one, other, one, other):
        each.see()
    assert not other.finds()
    assert not one.finds()
    with later(days=8):
        assert not one.has_asked(), "it ends when any other would"
        one.takes_back()


def test_held_it_counts_from_when_it_may(alma: Actor, ben: Actor) -> None:
    for one in (alma, ben):
        one.marks(look="w")
    alma.is_afraid()
    alma.asks()
    ben.asks()
    alma.is_well()
    for one in (alma, ben, alma):
        one.see()
    assert alma.finds() == ben.finds() == ["A shared look"]


@pytest.mark.parametrize("afraid", [0, 1])
def test_the_gate_closing_in_the_middle_takes_the_points_away_at_once(
    couple: tuple[Actor, Actor], afraid: int
) -> None:
    for one in couple:
        one.marks(look="w")
        one.asks()
    couple[afraid].is_afraid()
    assert Asked.objects.count() == 1, "by the answer itself, before any page"
    for one in (*couple, *couple):
        one.see()
    assert couple[0].has_asked()
    assert couple[1].has_asked()
    assert not couple[0].finds()


def test_the_others_page_is_the_same_bytes_for_every_cause(alma: Actor, ben: Actor) -> None:
    ben.marks(look="w")
    never = ben.see()
    alma.asks()
    assert ben.see() == never
    alma.is_afraid()
    assert ben.see() == never
    alma.takes_back()
    assert ben.see() == never
    ben.asks()
    waiting = ben.see()
    assert waiting != never
    alma.is_well().asks()
    alma.takes_back()
    assert ben.see() == waiting
    ben.takes_back()
    alma.asks()
    ben.asks()
    assert ben.see() == waiting, "whether he is first or second does not show"


def test_over_the_edge_nothing_is_said_and_nothing_comes_to_light(alma: Actor, ben: Actor) -> None:
    for one in (alma, ben):
        one.marks(look="w")
    alma.asks()
    ben.asks()
    keep_now(alma.keyring, "over", 9)
    assert not alma.finds()
    assert not ben.finds()
    alma.takes_back()
    alma.send("/menu/round/", status=200)
    assert not alma.has_asked()
