"""Payloads that were ever written stay readable."""

from pathlib import Path

import pytest

from stepwell.ground.vault.api import CannotOpen, Kind
from stepwell.own.journal.content import ENTRY, HABITS, SHARED, SaidV1, chosen, written

EXAMPLES = Path(__file__).parent / "examples"
READERS = {"entry": ENTRY, "shared": SHARED, "habits": HABITS}


@pytest.mark.parametrize("example", sorted(EXAMPLES.glob("*.json")), ids=lambda path: path.stem)
def test_every_example_ever_shipped_is_read_and_nothing_of_it_is_dropped(example: Path) -> None:
    reader: Kind = READERS[example.stem.split("-1")[0]]
    data = example.read_bytes().strip()
    assert reader.encode(reader.decode(data)) == data


def test_every_version_has_an_example() -> None:
    for name, reader in READERS.items():
        for version in range(1, reader.version + 1):
            assert (EXAMPLES / f"{name}-{version}.json").exists()


def test_a_page_of_no_known_sort_is_not_taken() -> None:
    with pytest.raises(CannotOpen):
        ENTRY.decode(b'{"v":1,"sort":"week","said":{},"written_at":"2026-11-21T20:34:00+01:00"}')


def test_what_is_not_chosen_is_as_if_it_had_never_been_written() -> None:
    said = SaidV1(happened="text", helped=("walk",))
    assert chosen(said, ("helped", "no such part")) == SaidV1(helped=("walk",))
    assert written(said) == ("happened", "helped")
