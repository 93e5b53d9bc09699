"""Whether something goes to the other now: one refusal for every room."""

import pytest

from stepwell.ground.spaces.api import Couple, NotNow, couple_of, open_space, pause, sealing_for_two
from stepwell.ground.spaces.tests.cast import Actor
from stepwell.ground.vault.api import ChangedIdentity, NoSeat


def why(couple: Couple | None) -> str:
    with pytest.raises(NotNow) as refused:
        open_space(couple)
    return refused.value.why


def test_an_open_space_is_given_back_and_the_rest_is_refused(two: tuple[Actor, Actor]) -> None:
    alma, ben = two
    couple = couple_of(alma.keyring)
    assert open_space(couple) is couple
    assert why(None) == "over"
    pause(ben.keyring)
    assert why(couple_of(alma.keyring)) == "rests"


@pytest.mark.parametrize("cause", [NoSeat, ChangedIdentity])
def test_what_cannot_be_sealed_for_the_two_waits_for_their_words(cause: type[Exception]) -> None:
    with pytest.raises(NotNow) as refused, sealing_for_two():
        raise cause
    assert refused.value.why == "words"


def test_anything_else_is_what_it_was() -> None:
    with pytest.raises(ZeroDivisionError), sealing_for_two():
        raise ZeroDivisionError
