from collections.abc import Iterator
from datetime import UTC, datetime
from typing import Any
from uuid import UUID

import pytest
import time_machine
from tests.fixtures.cast import cast_of

from stepwell.together.calendar.tests.cast import Actor

# A Saturday, half past seven in the evening in Berlin.
EVENING = datetime(2026, 11, 21, 18, 30, tzinfo=UTC)

couple, alma, ben, chidi, esi = cast_of(Actor, after="evening")


@pytest.fixture
def evening() -> Iterator[Any]:
    with time_machine.travel(EVENING, tick=False) as clock:
        yield clock


@pytest.fixture
def circle(alma: Actor) -> UUID:
    """Of Alma and Ben."""
    return alma.circle
