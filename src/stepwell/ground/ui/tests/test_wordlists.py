"""Lists of words that people add to."""

import pytest
from django.core.exceptions import ValidationError

from stepwell.ground.ui.api import ChosenWords, is_own, label_of, labelled, new_words

WORDS = {"tired": "tired", "worn_out": "worn out", "sad": "sad"}
TOO_LONG = "Up to {n} letters."


def test_new_words_are_parted_tidied_and_met_with_the_list() -> None:
    typed = " Worn  OUT,  a  little   tender , , tired, tired"
    assert new_words(WORDS, typed, TOO_LONG) == ["worn_out", "own:a little tender", "tired"]
    assert new_words(WORDS, "  ", TOO_LONG) == []


def test_too_long_a_word_and_too_many_are_refused_in_words() -> None:
    with pytest.raises(ValidationError, match="Up to 40 letters"):
        new_words(WORDS, "x" * 41, TOO_LONG)
    with pytest.raises(ValidationError, match="up to 6 at a time"):
        new_words(WORDS, "a, b, c, d, e, f, g", TOO_LONG)


@pytest.mark.parametrize("stored", ["own:", "own:" + "x" * 41, "own:a\nb", "own:a\x00b", "own: a", "sad"])
def test_what_is_no_word_of_ones_own(stored: str) -> None:
    assert not is_own(stored)


def test_what_people_read() -> None:
    assert label_of(WORDS, "worn_out") == "worn out"
    assert label_of(WORDS, "own:a little tender") == "a little tender"
    assert label_of(WORDS, "cold_feet") == "cold feet", "a key from another version is not dropped"
    assert labelled(WORDS, ["sad", "own:blue", "sad"])() == [("sad", "sad"), ("own:blue", "blue")]


def test_a_word_of_ones_own_is_taken_and_an_unknown_key_is_not() -> None:
    field = ChosenWords(WORDS, choices=labelled(WORDS, ["sad"]))
    assert field.clean(["sad", "worn_out", "own:blue"]) == ["sad", "worn_out", "own:blue"]
    for wrong in (["<b>"], ["sad"] * 41):
        with pytest.raises(ValidationError):
            field.clean(wrong)
