"""Payloads that were ever written stay readable."""

from pathlib import Path

import pytest

from stepwell.ground.vault.api import CannotOpen, Kind
from stepwell.together.letters.content import ASIDE, LETTER, SAID, SENT

EXAMPLES = Path(__file__).parent / "examples"
READERS = {"letter": LETTER, "sent": SENT, "said": SAID, "aside": ASIDE}


@pytest.mark.parametrize("example", sorted(EXAMPLES.glob("*.json")), ids=lambda path: path.stem)
def test_every_example_ever_shipped_is_read_and_nothing_of_it_is_dropped(example: Path) -> None:
    reader: Kind = READERS[example.stem.split("-1")[0]]
    data = example.read_bytes().strip()
    assert reader.encode(reader.decode(data)) == data


def test_every_version_has_an_example() -> None:
    for name, reader in READERS.items():
        for version in range(1, reader.version + 1):
            assert (EXAMPLES / f"{name}-{version}.json").exists()


@pytest.mark.parametrize(
    "spoilt",
    [b'{"v":1,"said_on":"2026-11-21","verdict":"perhaps"}', b'{"v":1,"words":"A."}'],
)
def test_what_is_outside_its_bounds_is_not_taken(spoilt: bytes) -> None:
    with pytest.raises(CannotOpen):
        SAID.decode(spoilt)
