"""What helped is handed to what goes along with one's days: as marks by day, and no text."""

from datetime import date

import time_machine
from django.apps import apps

from stepwell.own.understanding.api import Told
from stepwell.together.openness.telling import source
from stepwell.together.openness.tests.cast import Actor, tell


def test_what_helped_is_handed_in_for_ones_own_days_alone(alma: Actor, ben: Actor) -> None:
    opening = tell(alma, ben)
    today = alma.see() and _today(alma)
    alma.says(opening, "well", "listened", "time")
    marks = ("h:openness.listened", "h:openness.time")
    assert list(source().days(alma.keyring)) == [Told(today, noted=marks)]
    names = [source().name(mark) for mark in marks]
    assert names == ["being listened to, when something was told", "enough time, when something was told"]
    assert not list(source().days(ben.keyring))
    assert source().name("h:time") == ""
    assert source().name("h:openness.other") == ""


def _today(one: Actor) -> date:
    from datetime import datetime
    from zoneinfo import ZoneInfo

    return datetime.now(ZoneInfo("Europe/Berlin")).date()


def test_the_day_is_that_of_whoever_says_it_also_when_clocks_change(alma: Actor, ben: Actor) -> None:
    """The night in which an hour comes twice: a quarter past midnight there, still the day before in UTC."""
    with time_machine.travel("2026-10-24T22:15:00+00:00", tick=False):
        for one in (alma, ben):
            one.comes_back().is_well()
        alma.says(tell(alma, ben), "well", "time")
        assert [told.day for told in source().days(alma.keyring)] == [date(2026, 10, 25)]


def test_forgetting_takes_along_what_was_found_in_it(alma: Actor, ben: Actor) -> None:
    found = apps.get_model("understanding", "Found")
    alma.says(tell(alma, ben), "well", "time")
    before = source().stamp(alma.keyring)
    alma.see("/along/")
    assert found.objects.count() == 1
    alma.send("/openness/forget/")
    assert not found.objects.exists()
    assert source().stamp(alma.keyring) != before
