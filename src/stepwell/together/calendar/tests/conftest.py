from collections.abc import Iterator
from datetime import UTC, datetime
from typing import Any
from uuid import UUID

import pytest
import time_machine

from stepwell.together.calendar.tests import cast

# A Saturday, half past seven in the evening in Berlin.
EVENING = datetime(2026, 11, 21, 18, 30, tzinfo=UTC)


@pytest.fixture
def evening() -> Iterator[Any]:
    with time_machine.travel(EVENING, tick=False) as clock:
        yield clock


@pytest.fixture
def couple(db: None, evening: object) -> tuple["cast.Actor", "cast.Actor", UUID]:
    """Alma and Ben, and the circle of the two."""
    return cast.enter_two("Alma", "Ben")


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
def chidi(db: None, evening: object) -> "cast.Actor":
    """Of another couple."""
    return cast.enter_two("Chidi", "Dara")[0]


@pytest.fixture
def esi(db: None, evening: object) -> "cast.Actor":
    """Alone."""
    return cast.enter("Esi")
