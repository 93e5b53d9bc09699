"""Days of the week as a row keeps them."""

import pytest

from stepwell.together.checkins.weekdays import EVERY_DAY, mask_of, weekdays_of


def test_weekdays_are_bits() -> None:
    assert mask_of([0, 6]) == 0b1000001
    assert weekdays_of(0b1000001) == {0, 6}
    assert weekdays_of(EVERY_DAY) == set(range(7))
    with pytest.raises(ValueError, match="no such weekday"):
        mask_of([7])
