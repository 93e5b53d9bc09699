import pytest

from stepwell.ground.spaces import leaving
from stepwell.ground.spaces.tests import cast


@pytest.fixture
def alma(db: None) -> "cast.Actor":
    return cast.enter("Alma")


@pytest.fixture
def ben(db: None) -> "cast.Actor":
    return cast.enter("Ben")


@pytest.fixture
def chidi(db: None) -> "cast.Actor":
    return cast.enter("Chidi")


@pytest.fixture
def esi(db: None) -> "cast.Actor":
    return cast.enter("Esi")


@pytest.fixture
def two(db: None) -> tuple["cast.Actor", "cast.Actor"]:
    """Alma and Ben, in an open space."""
    return cast.enter_two("Alma", "Ben")


@pytest.fixture
def told(monkeypatch: pytest.MonkeyPatch) -> list[tuple[object, ...]]:
    """What a room hears when somebody leaves: who, which circle, take back."""
    heard: list[tuple[object, ...]] = []
    monkeypatch.setattr(leaving, "_told", [])
    leaving.on_leave(lambda keyring, circle, back: heard.append((keyring.person_id, circle, back)))
    return heard
