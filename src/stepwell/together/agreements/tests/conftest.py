from uuid import UUID

import pytest
from tests.fixtures.cast import cast_of

from stepwell.together.agreements.tests.cast import Actor

couple, alma, ben, chidi, esi = cast_of(Actor)


@pytest.fixture
def circle(alma: Actor) -> UUID:
    """Of Alma and Ben."""
    return alma.circle
