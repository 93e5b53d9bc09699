"""Cutting a text into turns."""

from hypothesis import given
from hypothesis import strategies as st

from stepwell.together.dialogue.limits import LETTERS_A_WORD, MOST_WORDS, cut, too_long


@given(
    st.text(max_size=900)
    | st.lists(st.sampled_from(["a", "bb.", "ccc!", "\n", "word"]), max_size=150).map(" ".join)
)
def test_a_cut_loses_no_letter_and_its_first_part_is_one_turn(text: str) -> None:
    two = cut(text)
    assert "".join((two.first + two.rest).split()) == "".join(text.split())
    assert not too_long(two.first)
    assert bool(two.rest) == too_long(text.strip())


def test_it_is_cut_where_a_sentence_ends() -> None:
    two = cut("I was there. " * 18 + "And then you turned it over and said nothing at all that evening.")
    assert two.first.endswith("there.")
    assert two.rest.startswith("And then")


def test_one_endless_word_is_cut_too() -> None:
    two = cut("x" * 5000)
    assert len(two.first) == MOST_WORDS * LETTERS_A_WORD
    assert len(two.first + two.rest) == 5000
