import pytest

from stepwell.together.between import sources
from stepwell.together.between.tests import cast


@pytest.fixture
def couple(db: None) -> tuple["cast.Actor", "cast.Actor"]:
    return cast.enter_two("Alma", "Ben")


@pytest.fixture
def alma(couple: tuple["cast.Actor", "cast.Actor"]) -> "cast.Actor":
    return couple[0]


@pytest.fixture
def ben(couple: tuple["cast.Actor", "cast.Actor"]) -> "cast.Actor":
    return couple[1]


@pytest.fixture
def chidi(db: None) -> "cast.Actor":
    """Of another couple."""
    return cast.enter_two("Chidi", "Dara")[0]


@pytest.fixture
def esi(db: None) -> "cast.Actor":
    """Alone."""
    return cast.enter("Esi")


@pytest.fixture
def days(couple: tuple["cast.Actor", "cast.Actor"], monkeypatch: pytest.MonkeyPatch) -> "cast.Days":
    """In place of what other rooms hand in: what Alma and Ben showed to one another."""
    made_up = cast.Days(*(one.member.id for one in couple))
    monkeypatch.setattr(sources, "_sources", {"made-up": made_up.source()})
    monkeypatch.setattr(sources, "_chapters", {"made-up": made_up.chapter()})
    return made_up
