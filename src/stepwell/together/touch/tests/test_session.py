"""The session: both are there, one gives and then the other, and it ends without a question."""

import pytest
import time_machine
from django.utils import timezone
from tests.fixtures.clock import later

from stepwell.own.selfcare.testing import keep_now
from stepwell.together.touch import testing
from stepwell.together.touch.models import Time
from stepwell.together.touch.tests.cast import AFTER, LIST, Actor, begun


def agreed(alma: Actor, ben: Actor) -> str:
    alma.asks()
    return ben.agrees()


def test_it_begins_when_both_are_there_and_shows_nobody_waiting(alma: Actor, ben: Actor) -> None:
    time = agreed(alma, ben)
    before = ben.see(time)
    alma.presses(time, "here")
    assert "It begins when you both are." in alma.see(time)
    assert ben.see(time) == before, "that she is there is hers"
    ben.presses(time, "here")
    assert "You give" in alma.see(time)
    assert "Alma gives" in ben.see(time)


def test_who_waited_too_long_is_not_taken_to_be_there(alma: Actor, ben: Actor) -> None:
    time = agreed(alma, ben)
    alma.presses(time, "here")
    with later(minutes=11):
        assert "I am here" in alma.see(time)
        ben.presses(time, "here")
        assert "It begins when you both are." in ben.see(time)
        alma.presses(time, "here")
        assert "You give" in alma.see(time)


def test_change_over_by_either_once(alma: Actor, ben: Actor) -> None:
    time = begun(alma, ben)
    for _press in range(2):
        alma.presses(time, "change", moment="1")
    assert "Ben gives" in alma.see(time)
    ben.presses(time, "change", moment="1")
    assert "You give" in ben.see(time), "a press of an older page changes nothing"
    ben.presses(time, "change", moment="2")
    assert "You give" in alma.see(time)
    for strange in ("", "x", "-1", "9" * 30):
        alma.presses(time, "change", moment=strange)
    alma.presses(time, "nonsense")
    assert "You give" in alma.see(time)


@pytest.mark.parametrize("who", [0, 1])
def test_one_tap_stops_it_for_both_and_no_page_says_who_or_why(couple: tuple[Actor, Actor], who: int) -> None:
    time = begun(*couple)
    for _press in range(2):
        assert couple[who].stops(time) == AFTER
    assert not Time.objects.exists()
    for one in couple:
        assert one.led(time) == AFTER
    pages = [one.see(AFTER) for one in couple]
    assert pages[0] == pages[1], "who stopped it and who did not"
    for page in pages:
        for word in ("why", "reason", "who stopped", "Alma", "Ben"):
            assert word not in page.partition("<main")[2].partition("</main>")[0]


def ends(couple: tuple[Actor, Actor], how: str, time: str) -> None:
    if how == "stop":
        couple[0].stops(time)
    elif how == "stop-other":
        couple[1].stops(time)
    elif how == "gate":
        couple[0].is_afraid()
    elif how == "gate-other":
        couple[1].is_afraid()


@pytest.mark.parametrize("how", ["stop", "stop-other", "gate", "gate-other", "time"])
def test_every_end_is_the_same_bytes(couple: tuple[Actor, Actor], how: str) -> None:
    """By a tap, by the gate of either, by its own time: what the others see is the ordinary stop."""
    alma, ben = couple
    with time_machine.travel(timezone.now().replace(hour=10, minute=0), tick=False):
        alma.comes_back()
        ben.comes_back()
        alma.stops(begun(alma, ben))
        usual = {who: (one.see(AFTER), one.see()) for who, one in enumerate(couple)}
        for one in couple:
            one.send(AFTER, {"do": "leave"})
        time = begun(alma, ben)
        ends(couple, how, time)
        with later(minutes=11 if how == "time" else 0):
            for who, one in enumerate(couple):
                assert one.led(time) == AFTER
                assert (one.see(AFTER), one.see()) == usual[who]
            assert not Time.objects.exists()


def test_a_session_whose_time_is_over_has_ended_without_anybody(alma: Actor, ben: Actor) -> None:
    time = begun(alma, ben)
    with later(minutes=9, seconds=50):
        assert "You give" in alma.see(time)
    with later(minutes=10, seconds=1):
        alma.presses(time, "change", moment="1")
        assert alma.led(time) == AFTER
        assert "Both of you said yes" not in ben.see()


def test_over_the_edge_one_need_not_begin(alma: Actor, ben: Actor) -> None:
    time = agreed(alma, ben)
    before = ben.see(time)
    keep_now(alma.keyring, "over", 9)
    assert "This can wait" in alma.presses(time, "here", 200).content.decode()
    assert ben.see(time) == before
    alma.stops(time)


def test_who_was_not_there_is_not_asked(alma: Actor, ben: Actor) -> None:
    time = agreed(alma, ben)
    alma.presses(time, "here")
    alma.stops(time)
    for one in (alma, ben):
        assert one.led(AFTER) == LIST
        assert "Two questions" not in one.see()


def test_who_stops_what_their_page_had_not_shown_yet_is_asked_too(alma: Actor, ben: Actor) -> None:
    time = agreed(alma, ben)
    alma.presses(time, "here")
    ben.presses(time, "here")
    alma.stops(time)
    assert "Two questions" in alma.see()


def test_an_open_page_is_told_by_an_empty_answer(alma: Actor, ben: Actor) -> None:
    time = begun(alma, ben)
    in_place = {"X-In-Place": "yes"}
    stopped = alma.browser.post(f"{time}press/", {"what": "stop"}, headers=in_place)
    told = ben.browser.get(time, headers=in_place)
    for answered in (stopped, told):
        assert (answered.status_code, answered.content) == (204, b"")


def test_the_questions_may_be_left_and_go_by_themselves(alma: Actor, ben: Actor) -> None:
    alma.stops(begun(alma, ben))
    before = ben.see()
    alma.send(AFTER, {}, 422)
    alma.send(AFTER, {"do": "leave"})
    assert alma.led(AFTER) == LIST
    assert ben.see() == before
    with later(hours=25):
        ben.comes_back()
        assert ben.led(AFTER) == LIST
        ben.send(AFTER, {"comfortable": "yes", "obliged": "no"})
        assert testing.seen(ben.keyring, next(iter(ben.keyring.seated - {ben.keyring.own}))).level == 0


def test_an_open_page_asks_without_its_frame(alma: Actor, ben: Actor) -> None:
    time = begun(alma, ben)
    page = alma.browser.get(time, headers={"X-In-Place": "yes"}).content.decode()
    assert 'data-part="now"' in page
    assert "<nav" not in page
    assert len(page) < 6000


def test_over_the_night_that_the_clocks_change(alma: Actor, ben: Actor) -> None:
    """Ten minutes are ten minutes also where an hour comes twice."""
    from datetime import UTC, datetime

    with time_machine.travel(datetime(2026, 10, 25, 0, 55, tzinfo=UTC), tick=False):
        for one in (alma, ben):
            one.comes_back().is_well()
        time = begun(alma, ben)
    with time_machine.travel(datetime(2026, 10, 25, 1, 4, tzinfo=UTC), tick=False):
        assert "You give" in alma.see(time)
    with time_machine.travel(datetime(2026, 10, 25, 1, 5, 1, tzinfo=UTC), tick=False):
        assert alma.led(time) == AFTER
