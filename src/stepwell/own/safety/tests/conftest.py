import pytest

from stepwell.own.safety.tests import cast


@pytest.fixture
def couple(db: None) -> tuple["cast.Actor", "cast.Actor"]:
    """Alma and Ben."""
    return cast.enter_two("Alma", "Ben")


@pytest.fixture
def alma(couple: tuple["cast.Actor", "cast.Actor"]) -> "cast.Actor":
    return couple[0]


@pytest.fixture
def ben(couple: tuple["cast.Actor", "cast.Actor"]) -> "cast.Actor":
    return couple[1]


@pytest.fixture
def esi(db: None) -> "cast.Actor":
    """Alone."""
    return cast.enter("Esi")
