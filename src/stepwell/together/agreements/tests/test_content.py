"""Payloads that were ever written stay readable."""

from pathlib import Path

import pytest

from stepwell.ground.vault.api import Kind
from stepwell.together.agreements.content import DRAFT, HEAD, PRESSURE, SIGHT, VERSION, HeadV1
from stepwell.together.agreements.kinds import KINDS
from stepwell.together.agreements.page_words import step_words
from stepwell.together.agreements.telling import LINES

EXAMPLES = Path(__file__).parent / "examples"
READERS = {"draft": DRAFT, "agreement": HEAD, "version": VERSION, "pressure": PRESSURE, "sight": SIGHT}


@pytest.mark.parametrize("example", sorted(EXAMPLES.glob("*.json")), ids=lambda path: path.stem)
def test_every_example_ever_shipped_is_read_and_nothing_of_it_is_dropped(example: Path) -> None:
    reader: Kind = READERS[example.stem.split("-1")[0]]
    data = example.read_bytes().strip()
    assert reader.encode(reader.decode(data)) == data


def test_every_version_has_an_example() -> None:
    for name, reader in READERS.items():
        for version in range(1, reader.version + 1):
            assert (EXAMPLES / f"{name}-{version}.json").exists()


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
