"""Cutting a text into turns, and payloads that were ever written."""

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from stepwell.ground.vault.api import Kind
from stepwell.together.dialogue.content import ASKING, TAKEN, TALK, TURN, UNSAID
from stepwell.together.dialogue.limits import LETTERS_A_WORD, MOST_WORDS, cut, too_long

EXAMPLES = Path(__file__).parent / "examples"
READERS = {"asking": ASKING, "talk": TALK, "turn": TURN, "unsaid": UNSAID, "taken": TAKEN}


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


@pytest.mark.parametrize("example", sorted(EXAMPLES.glob("*.json")), ids=lambda path: path.stem)
def test_every_example_ever_shipped_is_read_and_nothing_of_it_is_dropped(example: Path) -> None:
    reader: Kind = READERS[example.stem.split("-1")[0]]
    data = example.read_bytes().strip()
    assert reader.encode(reader.decode(data)) == data


def test_every_version_has_an_example() -> None:
    for name, reader in READERS.items():
        for version in range(1, reader.version + 1):
            assert (EXAMPLES / f"{name}-{version}.json").exists()
