"""The time to come back is one that lies ahead, and the page says by the clock which one is meant."""

import re
from collections.abc import Iterator
from datetime import datetime, timedelta

import pytest
import time_machine
from django.utils import timezone

from stepwell.together.dialogue import testing
from stepwell.together.dialogue.tests.cast import SAID, Actor, in_the_room

pytestmark = pytest.mark.django_db
PAST = "That time has passed meanwhile."
OPTION = re.compile(r'<option value="(\d+)"[^>]*>([^<]*)</option>')


@pytest.fixture
def stopped() -> Iterator[datetime]:
    """14:00 where Alma and Ben live."""
    at = (timezone.now() + timedelta(days=1)).replace(hour=13, minute=0, second=0, microsecond=0)
    with time_machine.travel(at, tick=False):
        yield at


def offered(actor: Actor, room: str) -> dict[str, str]:
    return dict(OPTION.findall(actor.see(room)))


def counted(actor: Actor, room: str) -> str:
    found = re.search(r'name="counted"[^>]* value="(\d+)"', actor.see(room))
    return found[1] if found else ""


def until(actor: Actor, room: str) -> str:
    found = re.search(r'class="big until"><time[^>]*>[^<]* at ([^<]*)</time>', actor.see(room))
    assert found
    return found[1]


def test_each_choice_says_its_time(stopped: datetime, alma: Actor, ben: Actor) -> None:
    room = in_the_room(alma, ben)
    alma.presses(room, "time-out")
    found = offered(alma, room)
    assert found["20"] == "20 minutes, until 14:20"
    assert found["60"] == "1 hour, until 15:00"
    assert re.fullmatch(r"12 hours, until \w+day \d+ \w+ at 02:00", found["720"])
    assert re.fullmatch(r"A day, until \w+day \d+ \w+ at 14:00", found["1440"])
    assert not offered(ben, room)


def test_what_is_past_is_not_offered_and_is_refused_kindly(
    stopped: datetime, alma: Actor, ben: Actor
) -> None:
    room = in_the_room(alma, ben)
    alma.presses(room, "time-out", kind="speak", text=SAID)
    before = ben.see(room)
    with time_machine.travel(stopped + timedelta(minutes=25), tick=False):
        found = offered(alma, room)
        assert "20" not in found
        assert found["30"] == "30 minutes, until 14:30"
        page = alma.text(f"{room}come-back/", {"what": "choose", "minutes": "20"}, 422)
        assert PAST in page
        assert dict(OPTION.findall(page)) == found
        assert ben.see(room) == before
        alma.send(f"{room}come-back/", {"what": "choose", "minutes": "60"})
        assert until(alma, room) == until(ben, room) == "15:00"
        alma.presses(room, "open")
        ben.presses(room, "here")
        assert SAID in alma.see(room), "words in hand stay"


def test_named_when_the_first_time_was_missed_too(stopped: datetime, alma: Actor, ben: Actor) -> None:
    room = in_the_room(alma, ben)
    alma.presses(room, "time-out")
    with time_machine.travel(stopped + timedelta(minutes=33), tick=False):
        page = alma.text(f"{room}come-back/", {"what": "choose", "minutes": "30"}, 422)
        assert PAST in page
        assert dict(OPTION.findall(page))["20"] == "20 minutes, until 14:55"
        alma.send(f"{room}come-back/", {"what": "choose", "minutes": "60"})
        assert until(ben, room) == "15:00"


def test_more_time_ends_when_the_page_said(stopped: datetime, alma: Actor, ben: Actor) -> None:
    room = in_the_room(alma, ben)
    alma.presses(room, "time-out")
    alma.send(f"{room}come-back/", {"what": "choose", "minutes": "60"})
    with time_machine.travel(stopped + timedelta(minutes=37), tick=False):
        found, begun = offered(alma, room), counted(alma, room)
        assert "20" not in found, "15:00 was named already"
        assert found["30"] == "30 minutes, until 15:10"
    sent = {"what": "longer", "minutes": "30", "counted": begun}
    with time_machine.travel(stopped + timedelta(minutes=71), tick=False):
        page = alma.text(f"{room}come-back/", sent, 422)
        assert PAST in page
        assert dict(OPTION.findall(page))["30"] == "30 minutes, until 15:45"
    with time_machine.travel(stopped + timedelta(minutes=59), tick=False):
        alma.send(f"{room}come-back/", sent)
        assert until(ben, room) == "15:10"


@pytest.mark.parametrize("begun", ["", "x", "0", "-1", "99999999999999999999", "4000000000"])
def test_a_count_that_is_none_is_counted_from_now(
    stopped: datetime, alma: Actor, ben: Actor, begun: str
) -> None:
    room = in_the_room(alma, ben)
    alma.presses(room, "time-out")
    alma.send(f"{room}come-back/", {"what": "longer", "minutes": "60", "counted": begun})
    out = testing.state(alma.keyring, alma.keyring.person_id.__class__(room.split("/")[2])).out
    assert out
    assert out.until == stopped + timedelta(minutes=60)
