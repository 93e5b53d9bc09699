"""The measure itself: against sentences of which the answer is known by hand."""

import pytest

from stepwell.own.learning.readability import main, measure, sentences_of
from stepwell.own.learning.syllables import syllables

# How a dictionary parts them, by the number of parts.
PARTED = {
    1: "trust asked hurt eyes hours safe loved breathe whole talked called smiled",
    2: "wanted partner body safety people couple couples handles settled promise sometimes science believes"
    " places changes private hopeless quiet knowing trauma question reaches themselves seeing",
    3: "promises remember together agreement therapist another beautiful hopefully violence different idea"
    " betrayal affection family forgiveness disclosure physical somebody",
    4: "relationship usually anxiety transparency emotional reality",
    6: "accountability responsibility",
}
WORDS = [(word, count) for count, words in PARTED.items() for word in words.split()]


@pytest.mark.parametrize(("word", "count"), WORDS)
def test_words_are_parted_as_a_dictionary_does(word: str, count: int) -> None:
    assert syllables(word) == count


@pytest.mark.parametrize(
    ("text", "words", "parts", "grade"),
    [
        ("The cat sat on the mat.", 6, 6, -1.45),
        ("The Australian platypus is seemingly a hybrid of a mammal and reptilian creature.", 13, 24, 11.26),
        ("Trust grows. It grows in small steps.", 7, 7, -2.43),
    ],
)
def test_known_sentences_have_their_known_grade(text: str, words: int, parts: int, grade: float) -> None:
    measured = measure(text)
    assert (measured.words, measured.syllables) == (words, parts)
    assert measured.grade == pytest.approx(grade, abs=0.02)


def test_headings_and_marks_do_not_count_and_an_item_ends_a_sentence() -> None:
    text = "## A heading of many long words\n\nOne line\nof text.\n\n- first *item*\n- second item\n"
    assert sentences_of(text) == ["One line of text", "first item", "second item"]


def test_long_sentences_and_long_words_are_harder() -> None:
    plain = "You may rest. You may stop. You may come back."
    hard = "Individuals are occasionally encouraged to discontinue participation and subsequently return."
    assert measure(plain).grade < 2 < 12 < measure(hard).grade


def test_nothing_has_no_grade() -> None:
    assert measure("## Only a heading\n").grade == 0.0


def test_anyone_can_see_the_grades(capsys: pytest.CaptureFixture[str]) -> None:
    assert main() == 0
    said = capsys.readouterr().out
    assert "what-betrayal-trauma-is" in said
    assert "median of" in said
