"""What is outside its bounds is not read."""

import pytest

from stepwell.ground.vault.api import CannotOpen
from stepwell.together.questions.content import PUT


@pytest.mark.parametrize(
    "spoilt",
    [
        b'{"v":1,"text":"Who knew?","place":"the moon","put_on":"2026-11-21"}',
        b'{"v":1,"text":"Who knew?","put_on":"2026-11-21"}',
    ],
)
def test_a_question_outside_its_bounds_is_not_taken(spoilt: bytes) -> None:
    with pytest.raises(CannotOpen):
        PUT.decode(spoilt)
