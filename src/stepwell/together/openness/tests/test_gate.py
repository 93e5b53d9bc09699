"""The gate of one's own safety: a word that does not count yet is held, and looks like any other."""

from tests.fixtures.clock import later

from stepwell.own.selfcare.testing import keep_now
from stepwell.together.openness.models import Opening
from stepwell.together.openness.tests.cast import KITCHEN, Actor, standing
from stepwell.together.openness.tests.test_hearing import frame


def test_the_wish_of_somebody_who_is_afraid_is_held_and_looks_like_any(alma: Actor, ben: Actor) -> None:
    nothing = ben.see()
    alma.asks("kitchen", "listen")
    counting = alma.see()
    alma.takes_back()
    alma.is_afraid()
    alma.asks("kitchen", "listen")
    assert alma.see() == counting, "she herself sees no difference"
    assert ben.see() == nothing
    assert not Opening.objects.exists(), "a word that is held writes nothing that two could open"
    with later(days=8):
        assert "for seven days, or until" not in alma.comes_back().see(), "it runs out when any other would"


def test_held_it_counts_from_when_it_may_and_is_to_the_other_said_only_then(alma: Actor, ben: Actor) -> None:
    alma.is_afraid()
    alma.asks("kitchen", "listen")
    with later(days=5):
        alma.comes_back().is_well()
        assert Opening.objects.count() == 1, "by the answer itself, before any page"
        ben.comes_back().is_well()
        assert "I would like to hear it" in ben.see()
    with later(days=9):
        assert "I would like to hear it" in ben.comes_back().see()


def test_the_yes_of_somebody_who_is_afraid_is_held_and_counts_later(alma: Actor, ben: Actor) -> None:
    alma.asks()
    opening = standing()
    silence = alma.see()
    row = Opening.objects.values().get()
    ben.is_afraid()
    ben.agrees(opening)
    assert "You said that you would hear it." in ben.see()
    assert Opening.objects.values().get() == row
    assert alma.see() == silence
    ben.is_well()
    assert alma.see(frame(opening))
    ben.see(frame(opening))


def test_a_held_yes_is_taken_back(alma: Actor, ben: Actor) -> None:
    alma.asks()
    opening = standing()
    before = ben.see()
    ben.is_afraid()
    ben.agrees(opening)
    ben.does_not_any_more(opening)
    assert ben.see() == before
    ben.is_well()
    alma.see(frame(opening), 404)


def test_the_gate_closing_in_the_middle_looks_like_a_word_taken_back(alma: Actor, ben: Actor) -> None:
    nothing = ben.see()
    alma.asks()
    opening = standing()
    silence = alma.see()
    ben.agrees(opening)
    ben.is_afraid()
    assert alma.see() == silence, "by the answer itself, before any page of his"
    alma.see(frame(opening), 404)
    ben.is_well()
    assert alma.see() != silence
    alma.is_afraid()
    assert ben.see() == nothing
    assert not Opening.objects.exists()
    alma.is_well()
    assert standing() != opening
    alma.see(frame(standing()), 404)


def test_answers_that_ran_out_hold_back_what_one_said_at_the_next_visit(alma: Actor, ben: Actor) -> None:
    alma.asks()
    with later(days=6):
        ben.comes_back().is_well().agrees(standing())
    with later(days=8):
        assert KITCHEN in alma.comes_back().see()
        assert not Opening.objects.exists(), "hers are of eight days ago"


def test_over_the_edge_nothing_is_said_for_anybody(alma: Actor, ben: Actor) -> None:
    nothing = ben.see()
    keep_now(alma.keyring, "over", 9)
    answered = alma.asks("kitchen", status=200).content.decode()
    assert "This can wait" in answered
    assert not Opening.objects.exists()
    assert ben.see() == nothing


def test_nobody_learns_from_numbers_when_a_held_word_was_said(alma: Actor) -> None:
    alma.is_afraid()
    alma.asks()
    alma.is_well()
    assert standing().version == 4, "drawn by lot: no time in it"
