"""The difference between two wordings: nothing is lost in it, and it reads as a person would mark it."""

from itertools import pairwise
from time import process_time

import pytest
from hypothesis import given
from hypothesis import strategies as st

from stepwell.together.agreements.comparing import marked, paired
from stepwell.together.agreements.worddiff import Piece, likeness, pieces

TEN = "From ten in the evening both phones lie on the kitchen shelf."
NINE = "From nine in the evening both phones lie on the kitchen shelf, face up."
words = st.lists(st.sampled_from(["we", "ask", "phone", ",", ".", " ", "  ", "\n", "é", "’", "<b>", "ten"]))


def whole(parts: list[Piece], *marks: str) -> str:
    return "".join(piece.text for piece in parts if piece.mark in marks)


@given(st.text(max_size=80), st.text(max_size=80))
def test_any_two_texts_come_back_to_the_letter(old: str, new: str) -> None:
    found = pieces(old, new)
    assert whole(found, "same", "removed") == old
    assert whole(found, "same", "added") == new


@given(words, words)
def test_texts_of_like_words_come_back_with_their_spaces(old: list[str], new: list[str]) -> None:
    found = pieces("".join(old), "".join(new))
    assert whole(found, "same", "removed") == "".join(old)
    assert whole(found, "same", "added") == "".join(new)
    assert all(a.mark != b.mark for a, b in pairwise(found))


def test_a_word_and_an_addition_are_marked_and_the_rest_stays() -> None:
    assert pieces(TEN, NINE) == [
        Piece("same", "From "),
        Piece("removed", "ten"),
        Piece("added", "nine"),
        Piece("same", " in the evening both phones lie on the kitchen shelf"),
        Piece("added", ", face up"),
        Piece("same", "."),
    ]


def test_a_lone_small_word_between_two_changes_goes_with_them() -> None:
    found = pieces("Ben may be out till one", "Ben will be home by one")
    assert [piece.mark for piece in found] == ["same", "removed", "added", "same"]
    assert found[1].text == "may be out till"


def test_a_text_that_stayed_has_no_mark() -> None:
    assert pieces(TEN, TEN) == [Piece("same", TEN)]
    assert pieces("", "") == []


def test_removed_words_can_be_read_and_heard_and_nothing_is_taken_for_markup() -> None:
    drawn = marked("We <ask>.", "We <tell>.")
    assert drawn.count("<del>") == drawn.count("<ins>") == 1
    assert '<del><span class="hidden">removed: </span>ask</del> <ins>' in drawn
    assert '<span class="hidden">added: </span>tell</ins>&gt;.' in drawn
    assert "<ask>" not in drawn


@pytest.mark.parametrize("word", ["the ", ". ", "a"])
def test_a_text_made_to_be_slow_is_not_slow(word: str) -> None:
    began = process_time()
    old, new = (word * 1000)[:1000], (word * 999)[:997] + "end"
    assert whole(pieces(old, new), "same", "added") == new
    assert process_time() - began < 1


def test_clauses_find_one_another_and_what_moved_is_removed_and_added() -> None:
    old = [TEN, "If work calls, Ben may answer in the kitchen.", "We ask before we look."]
    calls = "If work calls, Ben takes the call in the kitchen."
    new = ["We ask before we look.", NINE, calls, "Nobody reads over a shoulder."]
    found = [(pair.old_at, pair.new_at) for pair in paired(old, new)]
    assert {(0, 1), (1, 2), (None, 0), (None, 3)} <= set(found)
    assert (2, None) in found
    assert sorted(i for i, _ in found if i is not None) == [0, 1, 2]
    assert sorted(j for _, j in found if j is not None) == [0, 1, 2, 3]


@given(st.lists(st.sampled_from([TEN, NINE, "We ask.", ""]), max_size=6),
       st.lists(st.sampled_from([TEN, NINE, "We tell.", ""]), max_size=6))  # fmt: skip
def test_every_clause_of_both_is_there_once_and_in_order(old: list[str], new: list[str]) -> None:
    found = paired(old, new)
    assert [pair.old for pair in found if pair.old_at is not None] == old
    assert [pair.new for pair in found if pair.new_at is not None] == new


def test_likeness_is_of_words_and_not_of_their_order() -> None:
    assert likeness("we ask", "Ask, we") > 0.7
    assert likeness("we ask", "money") == 0
    assert likeness("", "") == 1
