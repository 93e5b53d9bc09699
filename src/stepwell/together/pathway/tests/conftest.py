import pytest

from stepwell.together.pathway.tests.cast import Actor, Safety, enter, enter_two


@pytest.fixture
def safety(monkeypatch: pytest.MonkeyPatch) -> Safety:
    room = Safety()
    room.put_in(monkeypatch)
    return room


@pytest.fixture
def two(db: None, safety: Safety) -> tuple[Actor, Actor]:
    """Alma and Ben, who share an open space."""
    return enter_two("Alma", "Ben")


@pytest.fixture
def esi(db: None, safety: Safety) -> Actor:
    """Alone."""
    return enter("Esi")
