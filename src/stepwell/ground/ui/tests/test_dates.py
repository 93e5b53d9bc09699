from datetime import UTC, date, datetime
from zoneinfo import ZoneInfo

import pytest
import time_machine
from django.template import Context, Template

from stepwell.ground.ui.api import in_words, stamp

BERLIN, ACCRA = ZoneInfo("Europe/Berlin"), ZoneInfo("Africa/Accra")
EVENING = datetime(2026, 11, 21, 23, 34, tzinfo=UTC)


@pytest.fixture(autouse=True)
def november():
    with time_machine.travel(datetime(2026, 11, 21, 12, 0, tzinfo=UTC), tick=False):
        yield


@pytest.mark.parametrize(
    ("style", "words"),
    [
        ("day", "Sunday 22 November"),
        ("date", "22 November"),
        ("short", "22 Nov"),
        ("time", "00:34"),
        ("moment", "22 November, 00:34"),
        ("long", "Sunday 22 November at 00:34"),
    ],
)
def test_a_moment_is_told_in_the_zone_of_who_reads(style: str, words: str) -> None:
    assert in_words(EVENING, style, BERLIN) == words


def test_another_zone_may_have_another_day() -> None:
    assert in_words(EVENING, "day", ACCRA) == "Saturday 21 November"


def test_another_year_is_named() -> None:
    assert in_words(date(2025, 5, 3), "date") == "3 May 2025"
    assert in_words(date(2026, 5, 3), "short") == "3 May"


def test_a_day_is_stamped_without_its_hour() -> None:
    assert stamp(EVENING, "day", ACCRA) == '<time datetime="2026-11-21">Saturday 21 November</time>'
    assert stamp(EVENING, "time", ACCRA) == '<time datetime="2026-11-21T23:34+00:00">23:34</time>'


def test_an_unknown_style_is_refused() -> None:
    with pytest.raises(ValueError, match="no style"):
        in_words(EVENING, "fancy", BERLIN)


def test_the_tag_takes_the_zone_of_the_person() -> None:
    class Alma:
        zone = BERLIN

    class Frame:
        person = Alma

    tag = Template('{% load ui %}{% when at style="time" %}{% when nothing %}')
    assert ">00:34<" in tag.render(Context({"frame": Frame, "at": EVENING, "nothing": None}))
