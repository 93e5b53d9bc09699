from collections.abc import Iterator
from typing import Any
from uuid import UUID

import pytest

from stepwell.together.promises.tests import cast


@pytest.fixture(autouse=True)
def tuesday() -> Iterator[Any]:
    """Every story begins at noon on a Tuesday, and moves on where it says so."""
    with cast.at(cast.TUESDAY) as traveller:
        yield traveller


@pytest.fixture
def couple(db: None, tuesday: Any) -> tuple["cast.Actor", "cast.Actor", UUID]:
    """Alma and Ben, and the circle of the two."""
    found: tuple[cast.Actor, cast.Actor, UUID] = cast.enter_two("Alma", "Ben")
    return found


@pytest.fixture
def alma(couple: tuple["cast.Actor", "cast.Actor", UUID]) -> "cast.Actor":
    return couple[0]


@pytest.fixture
def ben(couple: tuple["cast.Actor", "cast.Actor", UUID]) -> "cast.Actor":
    return couple[1]


@pytest.fixture
def circle(couple: tuple["cast.Actor", "cast.Actor", UUID]) -> UUID:
    return couple[2]


@pytest.fixture
def chidi(db: None, tuesday: Any) -> "cast.Actor":
    """Of another couple."""
    found: cast.Actor = cast.enter_two("Chidi", "Dara")[0]
    return found


@pytest.fixture
def esi(db: None, tuesday: Any) -> "cast.Actor":
    """Alone."""
    return cast.enter("Esi")
