"""Payloads that were ever written stay readable."""

import json
from pathlib import Path

import pytest

from stepwell.ground.vault.api import CannotOpen, Kind
from stepwell.own.selfcare.content import AFTER, DAY, FOLLOWING, GAUGE

EXAMPLES = Path(__file__).parent / "examples"
READERS = {"gauge": GAUGE, "after": AFTER, "day": DAY, "following": FOLLOWING}


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
    ("reader", "spoilt"),
    [
        (GAUGE, {"state": "sideways", "at": "2026-11-21T03:10:00+01:00"}),
        (GAUGE, {"state": "over", "at": "2026-11-21T03:10:00+01:00", "distress": 11}),
        (AFTER, {"practice": "rest", "at": "2026-11-21T03:10:00+01:00", "helped": "always"}),
        (DAY, {"ratings": {"sleep": -1}}),
    ],
)
def test_a_payload_outside_its_bounds_is_not_taken(reader: Kind, spoilt: dict[str, object]) -> None:
    with pytest.raises(CannotOpen):
        reader.decode(json.dumps({"v": 1, **spoilt}, separators=(",", ":")).encode())
