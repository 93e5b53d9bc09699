import pytest
from tests.fixtures.cast import cast_of

from stepwell.together.affection.tests.cast import Actor

couple, alma, ben, chidi, esi = cast_of(Actor)


@pytest.fixture
def welcome(alma: Actor, ben: Actor) -> None:
    """Both have said that notes are welcome."""
    for one in (alma, ben):
        one.says()
