"""The time to come back is one that lies ahead, and the page says by the clock which one is meant."""

import re
from collections.abc import Iterator
from datetime import UTC, datetime, timedelta
from uuid import UUID, uuid4

import pytest
import time_machine
from django.utils import timezone
from hypothesis import given
from hypothesis import strategies as st

from stepwell.together.dialogue import testing, timeout
from stepwell.together.dialogue.content import TalkV1
from stepwell.together.dialogue.limits import Moved, Past
from stepwell.together.dialogue.page_words import TIMES
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
    late = stopped + timedelta(minutes=40)
    with time_machine.travel(late, tick=False):
        alma.send(f"{room}come-back/", {"what": "longer", "minutes": "60", "counted": begun})
    out = testing.state(alma.keyring, UUID(room.split("/")[2])).out
    assert out
    assert out.until == late + timedelta(minutes=60)


def test_a_time_named_by_mistake_is_named_anew_while_it_is_far(
    stopped: datetime, alma: Actor, ben: Actor
) -> None:
    room = in_the_room(alma, ben)
    alma.presses(room, "time-out")
    alma.send(f"{room}come-back/", {"what": "choose", "minutes": "1440"})
    assert "More time" not in alma.see(room)
    assert offered(alma, room)["20"] == "20 minutes, until 14:20"
    assert '<option value="1440" selected>' in alma.see(room)
    assert not offered(ben, room)
    ben.send(f"{room}come-back/", {"what": "choose", "minutes": "60"}, 409)
    alma.send(f"{room}come-back/", {"what": "longer", "minutes": "1440"}, 409)
    alma.send(f"{room}come-back/", {"what": "choose", "minutes": "60"})
    assert until(alma, room) == until(ben, room) == "15:00"
    with time_machine.travel(stopped + timedelta(minutes=31), tick=False):
        assert "More time" in alma.see(room)
        assert set(offered(alma, room)) == {"60", "120", "240", "720", "1440"}, "each is really more"
        alma.send(f"{room}come-back/", {"what": "choose", "minutes": "120"}, 409)


def test_of_a_long_time_the_last_hour_is_near(stopped: datetime, alma: Actor, ben: Actor) -> None:
    room = in_the_room(alma, ben)
    alma.presses(room, "time-out")
    alma.send(f"{room}come-back/", {"what": "choose", "minutes": "720"})
    with time_machine.travel(stopped + timedelta(hours=10, minutes=59), tick=False):
        assert set(offered(alma, room)) == {"720", "1440"}
        assert "More time" not in alma.see(room)
    with time_machine.travel(stopped + timedelta(hours=11, minutes=1), tick=False):
        assert "More time" in alma.see(room)


MOVES = st.lists(
    st.tuples(
        st.sampled_from(["choose", "longer"]),
        st.integers(0, 1),
        st.sampled_from([int(one) for one in TIMES]),
        st.integers(0, 9 * 60),
    ),
    max_size=8,
)


@given(MOVES)
def test_whatever_is_named_and_when(moves: list[tuple[str, int, int, int]]) -> None:
    """It always lies ahead, within a day of the stop till there is more time; that is once, and theirs alone.
    What a page offers is taken, and it never offers both."""
    people, now = (uuid4(), uuid4()), datetime(2026, 11, 22, 13, tzinfo=UTC)
    begun = TalkV1(
        topic="The phone",
        minutes=20,
        way="written",
        devices="two",
        people=people,
        speaker=people[0],
        day=now.date(),
        step="speak",
        began_at=now,
    )
    talk = timeout.stop(begun, people[0], now)
    stopped, longer = now, 0
    for what, who, minutes, passes in moves:
        now += timedelta(minutes=passes)
        me = people[who]
        may = timeout.names_return(talk, me, now), timeout.may_take_longer(talk, me, now)
        assert not all(may)
        assert who == 0 or not any(may)
        offered = minutes in timeout.choices(talk, me, now, [minutes])
        chosen = timeout.Chosen(minutes, timeout.counted_from(talk, me, now))
        verb = timeout.choose if what == "choose" else timeout.longer
        try:
            talk = verb(talk, me, chosen, now)
        except (Moved, Past):
            assert not (offered and may[what == "longer"])
            continue
        longer += what == "longer"
        assert who == 0
        assert longer <= 1
        assert talk.out
        assert talk.out.until > now
        assert longer or talk.out.until <= stopped + timedelta(hours=24)
        assert talk.moment == 2, "it takes nobody's floor"
