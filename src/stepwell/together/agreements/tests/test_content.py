"""What was sealed and recorded long ago is told in words of today."""

from pathlib import Path

from stepwell.together.agreements.content import HEAD, HeadV1
from stepwell.together.agreements.kinds import KINDS
from stepwell.together.agreements.page_words import step_words
from stepwell.together.agreements.telling import LINES

EXAMPLES = Path(__file__).parent / "examples"


def test_a_whole_agreement_says_what_became_of_it() -> None:
    head: HeadV1 = HEAD.decode((EXAMPLES / "agreement-1.json").read_bytes())
    assert head.standing is not None
    assert [hand.name for hand in head.standing.hands] == ["Alma", "Ben"]
    assert head.standing.hands[0].entry == 1
    assert [step_words(step.what, step.number, step.name) for step in head.steps][:2] == [
        "Alma offered version 1.",
        "Alma signed version 1.",
    ]
    assert head.kind in KINDS


def test_what_was_recorded_long_ago_reads_as_one_sentence() -> None:
    text = {
        "of": "x",
        "version": 2,
        "title": "Phones",
        "look_again": "2026-12-12",
        "until": "2026-12-31",
        "stands": 1,
        "whose": "Ben",
    }
    for line in LINES.values():
        said = line(text, "Alma")
        assert "Phones" in said
        assert said.endswith(".")
