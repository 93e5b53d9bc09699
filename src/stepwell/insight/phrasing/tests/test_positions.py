"""Where a finding stands, in any text that a keyboard can make; and how long it may take."""

from time import process_time

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from stepwell.insight.phrasing.api import look
from stepwell.insight.phrasing.examples import examples

MARKED = [one.text for one in examples() if one.kinds][:60]
BEFORE = ["😀", "👩🏽‍🚒 ", "שלום. ", "é̂. ", "\u202eabc\u202c. ", "🙂🙂\n", "नमस्ते. "]
SMALL = settings(max_examples=60, deadline=None)


def _well_placed(text: str) -> None:
    seen = look(text)
    places = [(one.start, one.end) for one in seen.findings]
    assert places == sorted(places)
    for start, end in places:
        assert 0 <= start < end <= len(text)
        assert text[start:end] == text[start:end].strip()
    assert look(text) == seen


@SMALL
@given(st.text(max_size=300))
def test_any_text_is_answered(text):
    _well_placed(text)


@SMALL
@given(st.lists(st.sampled_from([*MARKED, *BEFORE, "you", "never", '"', "’", "...", "\n"]), max_size=6))
def test_findings_are_sorted_inside_and_the_same_again(parts):
    _well_placed(" ".join(parts))


@pytest.mark.parametrize("before", BEFORE)
def test_what_stands_before_only_moves_a_finding(before):
    text = "You are so selfish."
    alone, moved = look(text).findings, look(before + text).findings
    assert [(one.start + len(before), one.end + len(before)) for one in alone] == [
        (one.start, one.end) for one in moved
    ]


def test_a_finding_covers_the_words_that_land_and_no_more():
    text = "Thanks for the soup. You never listen to me. The bins are out."
    (one,) = look(text).findings
    assert text[one.start : one.end] == "You never listen to me"


@pytest.mark.parametrize(
    "piece",
    [
        *(
            "you ",
            "you never ",
            "a",
            "you are so selfish. ",
            "if you do not , ",
            '"',
            "you!!! ",
            "whatever. ",
        ),
        *("you always never stupid if or now ", "sorry but you ", "it was just ", "whatever. "),
        "i did it because you were so cold and ",
    ],
)
def test_a_very_long_draft_takes_bounded_time(piece):
    text = (piece * (100_000 // len(piece) + 1))[:100_000]
    look("warm")
    began = process_time()
    look(text)
    # Far below what anything but one pass after another would take, also on a busy machine.
    assert process_time() - began < 4.0
