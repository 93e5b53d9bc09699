"""What two do again and again, as what goes along gets it."""

from datetime import date
from uuid import UUID

import pytest
import time_machine

from stepwell.ground.spaces.api import couple_of
from stepwell.own.understanding.api import Told
from stepwell.together.calendar import rituals
from stepwell.together.calendar.models import Ritual
from stepwell.together.calendar.telling import source
from stepwell.together.calendar.testing import agree, body, suggest, wall
from stepwell.together.calendar.tests.cast import Actor

pytestmark = pytest.mark.django_db
WALK = body(wall("2026-11-01 18:00"), rule="FREQ=WEEKLY", what="A walk")


def told(actor: Actor) -> list[Told]:
    return list(source().days(actor.keyring))


@time_machine.travel("2026-11-21 12:00", tick=False)
def test_each_time_up_to_now_that_nobody_left_out(alma: Actor, ben: Actor, circle: UUID) -> None:
    suggest(alma.keyring, WALK)
    assert told(alma) == told(ben) == [], "a suggestion is nothing yet"
    before = source().stamp(alma.keyring)
    Ritual.objects.all().delete()
    ritual = agree(alma.keyring, ben.keyring, WALK)
    assert source().stamp(alma.keyring) != before
    days = [date(2026, 11, 1), date(2026, 11, 8), date(2026, 11, 15)]
    assert told(alma) == told(ben) == [Told(day, noted=("r:two:A walk",)) for day in days]
    rituals.not_this_time(alma.keyring, couple_of(alma.keyring), ritual, wall("2026-11-08 18:00"))
    assert [one.day for one in told(ben)] == [days[0], days[2]]
    assert source().name("r:two:A walk") == "“A walk” in your calendar"
    assert source().name("r:practice:cold-water") == ""


@time_machine.travel("2026-11-21 12:00", tick=False)
def test_while_the_space_rests_nothing_is_told(alma: Actor, ben: Actor, circle: UUID) -> None:
    agree(alma.keyring, ben.keyring, WALK)
    stamp = source().stamp(alma.keyring)
    ben.send("/together/space/pause/")
    assert told(alma) == []
    assert source().stamp(alma.keyring) != stamp
