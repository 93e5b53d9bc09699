"""A time-out: at once, by either, from any step; shut for both; and how it opens again."""

import pytest
from tests.fixtures.clock import later

from stepwell.together.dialogue.tests.cast import BACK, SAID, Actor, in_the_room, one_turn

pytestmark = pytest.mark.django_db
OPEN = "Open the room again"
MISSED = "The time of your time-out has passed."
ON_TODAY = "The time to come back to your talk has passed."


def to_speak(alma: Actor, ben: Actor, room: str) -> None:
    pass


def to_back(alma: Actor, ben: Actor, room: str) -> None:
    alma.says(room)


def to_confirm(alma: Actor, ben: Actor, room: str) -> None:
    to_back(alma, ben, room)
    ben.gives_back(room)


def to_again(alma: Actor, ben: Actor, room: str) -> None:
    to_confirm(alma, ben, room)
    alma.presses(room, "not-quite")


def to_next(alma: Actor, ben: Actor, room: str) -> None:
    one_turn(alma, ben, room)


STEPS = [to_speak, to_back, to_confirm, to_again, to_next]


@pytest.mark.parametrize("come_to", STEPS, ids=lambda step: step.__name__)
@pytest.mark.parametrize("caller", [0, 1])
def test_from_every_step_it_shuts_for_both_and_goes_on_where_it_stopped(
    alma: Actor, ben: Actor, come_to, caller: int
) -> None:
    room = in_the_room(alma, ben)
    come_to(alma, ben, room)
    before = alma.heading(room), ben.heading(room)
    one, other = (alma, ben) if caller == 0 else (ben, alma)
    one.presses(room, "time-out")
    for each in (one, other):
        assert each.heading(room) == "A time-out"
        assert SAID not in each.see(room)
        each.says(room, "A last word.", status=409)
        each.presses(room, "card-sorry", 409)
    one.presses(room, "open", 409)
    with later(minutes=21):
        other.presses(room, "open", 409)
        assert OPEN not in other.see(room)
        one.presses(room, "open")
        assert one.member.name + " is here." in other.see(room)
        other.presses(room, "here")
    assert (alma.heading(room), ben.heading(room)) == before


def test_more_time_is_taken_once(alma: Actor, ben: Actor) -> None:
    room = in_the_room(alma, ben)
    alma.presses(room, "time-out")
    alma.presses(room, "time-out")
    ben.send(f"{room}come-back/", {"what": "choose", "minutes": "60"}, 409)
    for minutes in ("19", "1441", "", "soon"):
        alma.send(f"{room}come-back/", {"what": "choose", "minutes": minutes}, 422)
    alma.send(f"{room}come-back/", {"what": "choose", "minutes": "60"})
    with later(minutes=40):
        alma.send(f"{room}come-back/", {"what": "choose", "minutes": "240"}, 409)
        alma.send(f"{room}come-back/", {"what": "longer", "minutes": "120"})
        for what in ("longer", "choose"):
            alma.send(f"{room}come-back/", {"what": what, "minutes": "240"}, 409)
    with later(minutes=140):
        assert MISSED not in alma.see(room)
    with later(minutes=161):
        assert MISSED in alma.see(room)


def test_a_form_of_another_step_gets_the_page_as_it_stands(alma: Actor, ben: Actor) -> None:
    room = in_the_room(alma, ben)
    alma.send(f"{room}come-back/", {"minutes": "soon"}, 422)
    page = alma.text(f"{room}leave/", {"text": "One thing.", "becomes": "a boat"}, 409)
    assert "One thing." in page
    assert alma.heading(room) == "Say what it is like for you"


def test_a_missed_return_is_a_word_to_who_named_it_and_to_nobody_else(alma: Actor, ben: Actor) -> None:
    room = in_the_room(alma, ben)
    alma.presses(room, "time-out")
    with later(minutes=45):
        assert MISSED in alma.see(room)
        assert MISSED in alma.see()
        assert "Only you see this line." in alma.see()
        for page in (ben.see(), ben.see(room)):
            assert MISSED not in page
            assert "missed" not in page
            assert "Alma stopped, and comes back" not in page
            assert "The time that was named has passed" in page
            assert "the room stays shut until it is opened" in page.lower()
        assert ben.heading(room) == "A time-out"


def test_whoever_did_not_call_it_is_told_from_when_they_may_open_it(alma: Actor, ben: Actor) -> None:
    room = in_the_room(alma, ben)
    alma.presses(room, "time-out")
    assert "You may open it too" not in ben.see(room)
    with later(minutes=45):
        assert "You may open it too from" in ben.see(room)
        assert "You may open it too" not in alma.see(room)
        assert OPEN not in ben.see(room)
    with later(hours=25):
        assert "You may open it too" not in ben.see(room)
        assert OPEN in ben.see(room)


def test_a_time_out_uses_up_none_of_the_minutes(alma: Actor, ben: Actor) -> None:
    over = "The time you chose is over."
    room = in_the_room(alma, ben)
    with later(minutes=8):
        alma.presses(room, "time-out")
    with later(minutes=38):
        alma.presses(room, "open")
        ben.presses(room, "time-out")
    with later(minutes=70):
        ben.presses(room, "open")
    with later(minutes=75):
        alma.presses(room, "here")
        assert over not in alma.see(room)
    with later(minutes=86):
        assert over not in alma.see(room)
    with later(minutes=88):
        assert over in alma.see(room)
        assert over in ben.see(room)


def test_it_stands_on_their_first_page_till_they_come_back_and_the_other_s_stays_as_it_is(
    alma: Actor, ben: Actor
) -> None:
    room = in_the_room(alma, ben)
    with later(minutes=45):
        without = alma.see("/today/"), ben.see("/today/")
    alma.presses(room, "time-out")
    assert ON_TODAY not in alma.see("/today/")
    with later(minutes=45):
        assert ON_TODAY in alma.see("/today/")
        assert f'href="{room}"' in alma.see("/today/")
        assert ben.see("/today/") == without[1]
        alma.presses(room, "open")
        assert alma.see("/today/") == without[0]


def test_a_talk_that_ended_or_rests_leaves_no_word_of_a_missed_return(alma: Actor, ben: Actor) -> None:
    room = in_the_room(alma, ben)
    alma.presses(room, "time-out")
    with later(hours=26):
        assert ON_TODAY in alma.see("/today/")
        ben.presses(room, "end")
        assert ON_TODAY not in alma.see("/today/")
        ben.pause()
        assert ON_TODAY not in alma.see("/today/")


def test_a_later_time_is_named_where_it_may_be(alma: Actor, ben: Actor) -> None:
    room = in_the_room(alma, ben)
    alma.presses(room, "time-out")
    with later(minutes=31):
        assert "or name a later time" in alma.see(room)
        assert "Counted from when you stopped" not in alma.see(room), "that would be a time behind them"
        assert "Counted from about now. Once." in alma.see(room)
        alma.send(f"{room}come-back/", {"what": "longer", "minutes": "20"})
    with later(minutes=60):
        assert MISSED in alma.see(room)
        assert "or name a later time" not in alma.see(room)


def test_long_after_either_may_open_or_end_it(alma: Actor, ben: Actor) -> None:
    room = in_the_room(alma, ben)
    alma.says(room)
    alma.presses(room, "time-out")
    ben.presses(room, "end", 409)
    with later(hours=25):
        assert OPEN in ben.see(room)
        ben.presses(room, "end")
        assert ben.heading(room) == "Before you go"


def test_a_step_back_in_a_time_out_is_the_pause_of_the_space(alma: Actor, ben: Actor) -> None:
    room = in_the_room(alma, ben)
    alma.presses(room, "time-out")
    ben.pause()
    for each in (alma, ben):
        each.see(room, 404)


def test_one_who_said_that_it_is_too_much_is_offered_it_alone(alma: Actor, ben: Actor) -> None:
    from stepwell.own.selfcare.testing import keep_now

    room = in_the_room(alma, ben)
    silent = alma.see(room)
    keep_now(ben.keyring, "over", 8)
    assert "You may take a time-out below" in ben.see(room)
    assert alma.see(room) == silent
    ben.presses(room, "time-out")
    with later(minutes=25):
        assert "This can wait" in ben.presses(room, "open", 200).content.decode()
        assert alma.heading(room) == "A time-out"


def test_the_time_chosen_is_an_offer_to_end_and_forces_nothing(alma: Actor, ben: Actor) -> None:
    room = in_the_room(alma, ben, minutes="10")
    assert "The time you chose is over." not in alma.see(room)
    with later(minutes=11):
        assert "The time you chose is over." in alma.see(room)
        alma.says(room)
        ben.gives_back(room, BACK)


def test_a_word_of_being_there_holds_for_ten_minutes(alma: Actor, ben: Actor) -> None:
    alma.asks()
    room = ben.agrees()
    alma.presses(room, "here")
    with later(minutes=11):
        assert "Alma is here." not in ben.see(room)
        ben.presses(room, "here")
        assert alma.heading(room) == "Are you both here?"


def test_an_ending_waits_for_a_day(alma: Actor, ben: Actor) -> None:
    room = in_the_room(alma, ben)
    alma.says(room)
    alma.presses(room, "end")
    alma.goes(room, "One thing.", keep="on", shown="on")
    with later(hours=25):
        assert "One thing." in ben.see()
        ben.see(room, 404)
        assert "Kept by both" not in alma.see()
