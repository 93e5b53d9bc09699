from collections.abc import Iterator
from typing import Any
from uuid import UUID

import pytest
from tests.fixtures.cast import cast_of

from stepwell.together.promises.tests.cast import TUESDAY, Actor, at

couple, alma, ben, chidi, esi = cast_of(Actor)


@pytest.fixture(autouse=True)
def tuesday() -> Iterator[Any]:
    """Every story begins at noon on a Tuesday, and moves on where it says so."""
    with at(TUESDAY) as traveller:
        yield traveller


@pytest.fixture
def circle(alma: Actor) -> UUID:
    """Of Alma and Ben."""
    return alma.circle
