"""What is outside its bounds is not read."""

import pytest

from stepwell.ground.vault.api import CannotOpen
from stepwell.together.letters.content import SAID


@pytest.mark.parametrize(
    "spoilt",
    [b'{"v":1,"said_on":"2026-11-21","verdict":"perhaps"}', b'{"v":1,"words":"A."}'],
)
def test_what_is_outside_its_bounds_is_not_taken(spoilt: bytes) -> None:
    with pytest.raises(CannotOpen):
        SAID.decode(spoilt)
