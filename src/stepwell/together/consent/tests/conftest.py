import pytest

from stepwell.together.consent.tests import cast


@pytest.fixture
def couple(db: None) -> tuple["cast.Actor", "cast.Actor"]:
    """Both have answered to safety and are well."""
    alma, ben = cast.enter_two("Alma", "Ben")
    return alma.is_well(), ben.is_well()


@pytest.fixture
def alma(couple: tuple["cast.Actor", "cast.Actor"]) -> "cast.Actor":
    return couple[0]


@pytest.fixture
def ben(couple: tuple["cast.Actor", "cast.Actor"]) -> "cast.Actor":
    return couple[1]


@pytest.fixture
def chidi(db: None) -> "cast.Actor":
    """Of another couple."""
    return cast.enter_two("Chidi", "Dara")[0].is_well()


@pytest.fixture
def esi(db: None) -> "cast.Actor":
    """Alone."""
    return cast.enter("Esi")
