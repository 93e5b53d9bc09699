"""What is outside its bounds is not read."""

import pytest

from stepwell.ground.vault.api import CannotOpen
from stepwell.together.promises.content import WORD


@pytest.mark.parametrize(
    "spoilt",
    [
        b'{"v":1,"said":"perhaps","said_on":"2026-11-21"}',
        b'{"v":1,"said":"kept"}',
        b'{"v":1,"said":"kept","said_on":"yesterday"}',
    ],
)
def test_a_word_outside_its_bounds_is_not_taken(spoilt: bytes) -> None:
    with pytest.raises(CannotOpen):
        WORD.decode(spoilt)
