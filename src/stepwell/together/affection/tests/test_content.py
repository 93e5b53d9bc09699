"""Payloads that were ever written stay readable."""

from pathlib import Path

import pytest

from stepwell.ground.vault.api import Kind
from stepwell.together.affection.content import NOTE, OWN, WORD

EXAMPLES = Path(__file__).parent / "examples"
READERS = {"own": OWN, "note": NOTE, "word": WORD}


@pytest.mark.parametrize("example", sorted(EXAMPLES.glob("*.json")), ids=lambda path: path.stem)
def test_every_example_ever_shipped_is_read_and_nothing_of_it_is_dropped(example: Path) -> None:
    reader: Kind = READERS[example.stem.split("-1")[0]]
    data = example.read_bytes().strip()
    assert reader.encode(reader.decode(data)) == data


def test_every_version_has_an_example() -> None:
    for name, reader in READERS.items():
        for version in range(1, reader.version + 1):
            assert (EXAMPLES / f"{name}-{version}.json").exists()
