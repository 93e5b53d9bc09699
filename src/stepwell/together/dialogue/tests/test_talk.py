"""A whole talk: asked, agreed, said, given back, roles changed, what now, and how it ends."""

import json

import pytest

from stepwell.together.dialogue.models import Asking, Taken, Talk, Turn
from stepwell.together.dialogue.tests.cast import BACK, SAID, TOPIC, Actor, in_the_room, one_turn

pytestmark = pytest.mark.django_db


def test_a_talk_exists_when_both_want_it(alma: Actor, ben: Actor) -> None:
    silent = ben.see()
    alma.asks()
    assert TOPIC in alma.see()
    assert "Alma would like to talk for 20 minutes, when you both want to." in ben.see()
    alma.send("/dialogue/ask/take-back/")
    alma.send("/dialogue/ask/take-back/")
    assert ben.see() == silent
    alma.asks()
    room = ben.agrees()
    assert room.startswith("/dialogue/")
    assert alma.heading(room) == ben.heading(room) == "Are you both here?"
    assert not Asking.objects.within(alma.keyring).exists()


def test_it_begins_when_both_are_there(alma: Actor, ben: Actor) -> None:
    alma.asks()
    room = ben.agrees()
    alma.presses(room, "here")
    assert "It begins when Ben is here too." in alma.see(room)
    assert "Alma is here." in ben.see(room)
    ben.presses(room, "here")
    assert alma.heading(room) == "Say what it is like for you"
    assert ben.heading(room) == "Alma speaks, and you listen"
    assert "You are both here." in ben.see(room)


def test_whoever_was_asked_may_be_the_first_to_speak(alma: Actor, ben: Actor) -> None:
    room = in_the_room(alma, ben, first="other")
    assert ben.heading(room) == "Say what it is like for you"


def test_said_given_back_and_that_was_it(alma: Actor, ben: Actor) -> None:
    room = in_the_room(alma, ben)
    alma.says(room)
    seen = ben.see(room)
    assert "Alma said" in seen
    assert SAID in seen
    assert ben.heading(room) == "Give back what you heard"
    ben.gives_back(room)
    assert BACK in alma.see(room)
    assert alma.heading(room) == "Is that it?"
    alma.presses(room, "yes")
    assert alma.heading(room) == "Speak on, or change roles"
    alma.presses(room, "change")
    assert ben.heading(room) == "Say what it is like for you"


def test_not_quite_is_said_once_more_and_given_back_once_more(alma: Actor, ben: Actor) -> None:
    room = in_the_room(alma, ben)
    alma.says(room)
    ben.gives_back(room, "You were angry.")
    alma.presses(room, "not-quite")
    assert alma.heading(room) == "Say it once more"
    alma.says(room, "I was frightened, not angry.")
    ben.gives_back(room, "You were frightened.")
    assert "Not quite, and we leave it there" in alma.see(room)
    alma.presses(room, "not-quite")
    assert alma.heading(room) == "Speak on, or change roles"
    assert "It was not quite it, and it is left there for now." in ben.see(room)
    assert "It has been given back." not in ben.see(room)


def test_the_listener_may_ask_to_hear_it_once_more(alma: Actor, ben: Actor) -> None:
    room = in_the_room(alma, ben)
    alma.says(room)
    ben.presses(room, "once-more")
    assert alma.heading(room) == "Say it once more"
    alma.says(room, "The phone frightened me.")
    assert "Ask to hear it once more" not in ben.see(room)
    ben.presses(room, "once-more", 409)


def test_three_turns_and_then_the_other_speaks(alma: Actor, ben: Actor) -> None:
    room = in_the_room(alma, ben)
    for _ in range(2):
        one_turn(alma, ben, room)
        alma.presses(room, "on")
    one_turn(alma, ben, room)
    assert "Speak on</button>" not in alma.see(room)
    alma.presses(room, "on", 409)
    alma.presses(room, "change")
    assert ben.heading(room) == "Say what it is like for you"


def test_nobody_answers_before_giving_back(alma: Actor, ben: Actor) -> None:
    room = in_the_room(alma, ben)
    ben.says(room, "But it was work.", status=409)
    alma.says(room)
    ben.says(room, "But it was work.", status=409)
    ben.presses(room, "change", 409)
    assert Turn.objects.within(alma.keyring).count() == 1


def test_what_now_opens_when_both_feel_heard_and_not_before(alma: Actor, ben: Actor) -> None:
    room = in_the_room(alma, ben)
    one_turn(alma, ben, room)
    silent = ben.see(room)
    alma.presses(room, "heard")
    assert ben.see(room) == silent
    alma.presses(room, "now", 409)
    alma.presses(room, "change")
    one_turn(ben, alma, room)
    ben.presses(room, "heard")
    assert "You both feel heard." in alma.see(room)
    ben.presses(room, "now")
    for each, words in ((alma, "I ask you before dinner."), (ben, "I leave it in the hall.")):
        each.says(room, words, "try")
    for each in (alma, ben):
        seen = each.see(room)
        assert "I ask you before dinner." in seen
        assert "I leave it in the hall." in seen


def test_a_word_of_feeling_heard_can_be_taken_back_unseen(alma: Actor, ben: Actor) -> None:
    room = in_the_room(alma, ben)
    one_turn(alma, ben, room)
    silent = ben.see(room)
    alma.presses(room, "heard")
    alma.presses(room, "not-heard")
    assert ben.see(room) == silent
    assert "I feel heard" in alma.see(room)


def test_it_ends_by_either_and_leaves_nothing(alma: Actor, ben: Actor) -> None:
    room = in_the_room(alma, ben)
    alma.says(room)
    ben.presses(room, "end")
    assert alma.heading(room) == "Before you go"
    waiting = alma.see(room)
    ben.goes(room, "That she was frightened.")
    assert alma.see(room) == waiting
    assert ben.browser.get(room)["Location"] == "/dialogue/"
    alma.goes(room, "That he stopped.", shown="on")
    for each in (alma, ben):
        each.see(room, 404)
        assert SAID not in each.takes_everything()
    assert not Turn.objects.within(alma.keyring).exists()
    assert not Talk.objects.within(alma.keyring).exists()
    assert "That he stopped." in ben.see()
    assert "That she was frightened." in ben.see()
    assert "That she was frightened." not in alma.see() + alma.takes_everything()


@pytest.mark.parametrize(("hers", "his", "kept"), [("on", "on", True), ("on", "", False), ("", "", False)])
def test_its_words_stay_only_where_both_want_them(
    alma: Actor, ben: Actor, hers: str, his: str, kept: bool
) -> None:
    room = in_the_room(alma, ben)
    one_turn(alma, ben, room)
    alma.presses(room, "end")
    for each, keep in ((alma, hers), (ben, his)):
        each.goes(room, keep=keep)
    page = room.replace("/dialogue/", "/dialogue/kept/")
    for each in (alma, ben):
        assert (TOPIC in each.see()) == kept
        assert (SAID in each.see(page, 200 if kept else 404)) == kept
    if kept:
        for _ in range(2):
            ben.send(f"{page}let-go/")
        alma.see(page, 404)
        assert not Turn.objects.within(alma.keyring).exists()


def test_what_was_taken_away_can_be_let_go_for_both(alma: Actor, ben: Actor) -> None:
    room = in_the_room(alma, ben)
    alma.says(room)
    alma.presses(room, "end")
    alma.goes(room, "That he stopped.", shown="on", becomes="promise")
    ben.goes(room)
    assert "a promise" in alma.see()
    own = Taken.objects.within(alma.keyring, alma.keyring.own).get()
    for _ in range(2):
        alma.send(f"/dialogue/taken/{own.id}/let-go/")
    assert "That he stopped." not in ben.see() + alma.see()


def test_a_talk_that_never_began_goes_without_a_question(alma: Actor, ben: Actor) -> None:
    alma.asks()
    room = ben.agrees()
    assert alma.presses(room, "end")["Location"] == "/dialogue/"
    ben.see(room, 404)
    assert ben.send(f"{room}press/", {"what": "end"})["Location"] == "/dialogue/"


def test_what_both_kept_can_be_taken_out(alma: Actor, ben: Actor) -> None:
    room = in_the_room(alma, ben)
    one_turn(alma, ben, room)
    alma.presses(room, "end")
    for each in (alma, ben):
        each.goes(room, "One thing.", keep="on")
    taken = json.loads(ben.takes_everything())["dialogue"]
    assert [one["words"] for one in taken["kept-talks"][0]["said"]] == [SAID, BACK]
    assert taken["taken-away"][0]["words"] == "One thing."


def test_said_aloud_the_page_keeps_the_frame(alma: Actor, ben: Actor) -> None:
    room = in_the_room(alma, ben, way="aloud")
    assert "I have said it" in alma.see(room)
    alma.says(room, "")
    assert "I have given it back" in ben.see(room)
    ben.gives_back(room, "")
    alma.presses(room, "yes")
    alma.presses(room, "change")
    assert ben.heading(room) == "Say aloud what it is like for you"
    assert not Turn.objects.within(alma.keyring).exists()


def test_of_a_talk_said_aloud_nothing_is_kept_as_nothing_is_written(alma: Actor, ben: Actor) -> None:
    alma.asks(way="aloud")
    room = ben.agrees()
    assert "sixty words" not in ben.see(room)
    for each in (alma, ben):
        each.presses(room, "here")
    alma.says(room, "")
    alma.presses(room, "end")
    assert 'name="keep"' not in alma.see(room)
    for each in (alma, ben):
        each.goes(room, "One thing.", keep="on")
    assert "Kept by both" not in alma.see()


def test_what_was_written_in_a_talk_said_aloud_may_be_kept(alma: Actor, ben: Actor) -> None:
    room = in_the_room(alma, ben, way="aloud")
    for one, other in ((alma, ben), (ben, alma)):
        one.says(room, "")
        other.gives_back(room, "")
        one.presses(room, "yes")
        one.presses(room, "heard")
        one.presses(room, "change" if one is alma else "now")
    alma.says(room, "I ring before six.", "try")
    alma.presses(room, "end")
    assert 'name="keep"' in ben.see(room)


def test_one_device_goes_to_and_fro(alma: Actor, ben: Actor) -> None:
    room = in_the_room(alma, ben, devices="one")
    alma.says(room)
    assert alma.heading(room) == "Ben: give back what was said"
    alma.gives_back(room)
    alma.presses(room, "yes")
    alma.presses(room, "change")
    assert alma.heading(room) == "Ben: say what it is like"
    alma.presses(room, "end")
    alma.goes(room, "Mine.")
    ben.goes(room, "His.")
    alma.see(room, 404)
