"""The day on which two talked is a day that both have had."""

from datetime import UTC, date, datetime

import pytest
import time_machine

from stepwell.ground.people.testing import make_person
from stepwell.ground.spaces.testing import make_couple
from stepwell.together.dialogue import testing

EVENING_IN_LOS_ANGELES = datetime(2026, 11, 22, 4, 30, tzinfo=UTC)
BERLIN, LOS_ANGELES = "Europe/Berlin", "America/Los_Angeles"


@pytest.mark.django_db
@pytest.mark.parametrize(
    ("hers", "his", "day"),
    [
        (LOS_ANGELES, LOS_ANGELES, date(2026, 11, 21)),
        (BERLIN, BERLIN, date(2026, 11, 22)),
        (BERLIN, LOS_ANGELES, date(2026, 11, 21)),
        (LOS_ANGELES, BERLIN, date(2026, 11, 21)),
    ],
)
def test_it_is_a_day_of_theirs_and_for_neither_tomorrow(hers: str, his: str, day: date) -> None:
    with time_machine.travel(EVENING_IN_LOS_ANGELES, tick=False):
        alma, ben = make_person("Alma", zone=hers), make_person("Ben", zone=his)
        make_couple(alma, ben)
        talk = testing.begin(alma.keyring, ben.keyring, "The phone", today=day)
        assert testing.state(alma.keyring, talk).day == day
