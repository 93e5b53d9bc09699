"""One's own answers are of one size, whatever they say."""

import pytest

from stepwell.together.touch.content import OWN, OWN_BYTES, OwnV1, filled


@pytest.mark.parametrize("own", [OwnV1(), OwnV1(found=2, wants=True, obliged=True, level=5)])
def test_ones_own_answers_are_of_one_size(own: OwnV1) -> None:
    assert len(OWN.encode(filled(own))) == OWN_BYTES
