import pytest

from stepwell.ground.privacy import registry
from stepwell.ground.privacy.api import Holding, Room, register, rooms


@pytest.fixture(autouse=True)
def _empty(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(registry, "_rooms", {})


def room(name: str) -> Room:
    holding = Holding(f"{name}.Entry", "what was written", "entries", "deleted")
    return Room(name, (holding,), export=lambda keyring: {"entries": [keyring]}, erase=lambda keyring: None)


def test_rooms_come_highest_first_so_that_keys_are_erased_last() -> None:
    low, high = room("vault"), room("checkins")
    register(low)
    register(high)
    assert rooms() == (high, low)
    assert rooms()[0].export("alma") == {"entries": ["alma"]}


def test_a_name_is_taken_once() -> None:
    only = room("vault")
    register(only)
    register(only)
    with pytest.raises(ValueError, match="registered twice"):
        register(room("vault"))
    assert rooms() == (only,)
