"""What is outside its bounds is not read."""

import json

import pytest

from stepwell.ground.vault.api import CannotOpen, Kind
from stepwell.own.selfcare.content import AFTER, DAY, GAUGE


@pytest.mark.parametrize(
    ("reader", "spoilt"),
    [
        (GAUGE, {"state": "sideways", "at": "2026-11-21T03:10:00+01:00"}),
        (GAUGE, {"state": "over", "at": "2026-11-21T03:10:00+01:00", "distress": 11}),
        (AFTER, {"practice": "rest", "at": "2026-11-21T03:10:00+01:00", "helped": "always"}),
        (DAY, {"ratings": {"sleep": -1}}),
    ],
)
def test_a_payload_outside_its_bounds_is_not_taken(reader: Kind, spoilt: dict[str, object]) -> None:
    with pytest.raises(CannotOpen):
        reader.decode(json.dumps({"v": 1, **spoilt}, separators=(",", ":")).encode())
