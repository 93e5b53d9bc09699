"""The words a check-in offers."""

import pytest

from stepwell.together.checkins import vocabulary
from stepwell.together.checkins.feelings import FEELINGS
from stepwell.together.checkins.vocabulary import KINDS, SHORT_LIST, WORDS, is_known, label


def test_families_are_small_and_no_word_stands_in_two() -> None:
    keys = [key for family in FEELINGS for key in family.words]
    assert len(keys) == len(set(keys))
    assert all(5 <= len(family.words) <= 8 for family in FEELINGS)


@pytest.mark.parametrize("kind", KINDS)
def test_short_lists_are_of_known_words(kind: str) -> None:
    assert set(SHORT_LIST[kind]) <= set(WORDS[kind])
    assert len(SHORT_LIST[kind]) <= 10


@pytest.mark.parametrize("kind", KINDS)
def test_no_two_words_of_a_kind_read_alike(kind: str) -> None:
    shown = [str(text).casefold() for text in WORDS[kind].values()]
    assert len(shown) == len(set(shown))


def test_a_word_of_ones_own_is_shown_as_it_was_typed() -> None:
    assert label("feelings", "own:a little tender") == "a little tender"
    assert label("feelings", "worn_out") == "worn out"


def test_a_key_from_another_version_is_shown_and_not_dropped() -> None:
    assert label("body", "cold_feet") == "cold feet"


def test_what_is_known() -> None:
    assert is_known("body", "cold")
    assert is_known("body", "own:my left ear")
    assert not is_known("body", "tired")
    assert not is_known("body", "<b>")


def test_nothing_explicit_and_nothing_that_judges() -> None:
    shown = " ".join(str(text) for kind in KINDS for text in vocabulary.WORDS[kind].values()).casefold()
    for word in ("sex", "cheat", "victim", "addict", "guilty", "wrong", "fault", "crazy"):
        assert word not in shown
