"""Payloads that were ever written stay readable."""

from pathlib import Path

import pytest

from stepwell.ground.vault.api import Kind
from stepwell.together.touch.content import ASKING, OWN, OWN_BYTES, PLACE, TIME, YES, OwnV1, filled

EXAMPLES = Path(__file__).parent / "examples"
READERS = {"asking": ASKING, "yes": YES, "time": TIME, "place": PLACE, "own": OWN}


@pytest.mark.parametrize("example", sorted(EXAMPLES.glob("*.json")), ids=lambda path: path.stem)
def test_every_example_ever_shipped_is_read_and_nothing_of_it_is_dropped(example: Path) -> None:
    reader: Kind = READERS[example.stem.split("-")[0]]
    data = example.read_bytes().strip()
    assert reader.encode(reader.decode(data)) == data


def test_every_version_has_an_example() -> None:
    for name, reader in READERS.items():
        for version in range(1, reader.version + 1):
            assert (EXAMPLES / f"{name}-{version}.json").exists()


@pytest.mark.parametrize("own", [OwnV1(), OwnV1(found=2, wants=True, obliged=True, level=5)])
def test_ones_own_answers_are_of_one_size(own: OwnV1) -> None:
    assert len(OWN.encode(filled(own))) == OWN_BYTES
