"""Who may: nobody but these two, nobody against their own safety, and nobody while the space rests."""

import json
from uuid import uuid4

import pytest

from stepwell.ground.people.testing import PASSWORD
from stepwell.ground.spaces.testing import make_couple
from stepwell.own.safety.testing import answer, clear
from stepwell.together.dialogue.models import Asking, Taken, Talk, Turn, Unsaid
from stepwell.together.dialogue.tests.cast import BACK, SAID, TOPIC, Actor, enter, in_the_room, one_turn

pytestmark = pytest.mark.django_db
ACTS = ("say/", "press/", "come-back/", "leave/")


def test_a_third_person_finds_nothing(alma: Actor, ben: Actor, chidi: Actor, esi: Actor) -> None:
    room = in_the_room(alma, ben)
    nowhere = f"/dialogue/{uuid4()}/"
    for stranger in (chidi, esi):
        assert stranger.see(room, 404) == stranger.see(nowhere, 404).replace(nowhere, room)
        typed = {"what": "time-out", "kind": "speak", "text": "Let me in.", "moment": "2"}
        assert "Let me in." in stranger.text(f"{room}say/", typed, 404)
        stranger.send(f"{room}leave/", typed, 404)
        stranger.send(f"{room}press/", typed, 404)
        assert stranger.send(f"{room}press/", {"what": "end"})["Location"] == "/dialogue/"
    assert alma.heading(room) == "Say what it is like for you"


def test_an_asking_that_is_held_back_is_to_the_other_one_never_said(db: None) -> None:
    alma, ben = enter("Alma", cleared=False), enter("Ben")
    make_couple(alma.member, ben.member)
    silent = ben.see()
    alma.asks()
    assert TOPIC in alma.see()
    assert "It stands here until you both want it" in alma.see()
    assert ben.see() == silent
    assert TOPIC not in ben.takes_everything()
    clear(alma.keyring)
    assert "Alma would like to talk" in ben.see()
    answer(alma.keyring, yes=["a"])
    alma.see()
    assert ben.see() == silent
    assert TOPIC in alma.see()
    alma.send("/dialogue/ask/take-back/")
    clear(alma.keyring)
    assert ben.see() == silent


def test_a_yes_that_is_held_back_is_to_the_other_one_never_said(db: None) -> None:
    alma, ben = enter("Alma"), enter("Ben", cleared=False)
    make_couple(alma.member, ben.member)
    alma.asks()
    silent = alma.see()
    assert ben.agrees() == "/dialogue/"
    assert "You said yes." in ben.see()
    assert alma.see() == silent
    ben.send(f"{ben.asked()}no-more/")
    clear(ben.keyring)
    assert alma.see() == silent
    answer(ben.keyring, yes=["a"])
    ben.agrees()
    clear(ben.keyring)
    assert "You both said yes." in alma.see()


def test_somebody_who_is_no_longer_clear_does_not_come_in(alma: Actor, ben: Actor) -> None:
    alma.asks()
    room = ben.agrees()
    answer(ben.keyring, yes=["a"])
    alma.presses(room, "here")
    assert ben.presses(room, "here")["Location"] == "/mine/ground/"
    assert alma.heading(room) == "Are you both here?"


def test_a_pause_ends_it_at_once_and_leaves_nothing(alma: Actor, ben: Actor) -> None:
    room = in_the_room(alma, ben)
    alma.says(room)
    ben.pause()
    for each in (alma, ben):
        each.see(room, 404)
        assert "The space for two rests." in each.see()
    page = ben.text(f"{room}say/", {"kind": "back", "text": "I heard you.", "moment": "3"}, 404)
    assert "I heard you." in page
    assert not Turn.objects.within(alma.keyring).exists()
    for each in (alma, ben):
        each.go_on()
    alma.see(room, 404)


def test_while_it_rests_nothing_is_asked_and_an_asking_can_be_taken_back(alma: Actor, ben: Actor) -> None:
    alma.asks()
    ben.pause()
    assert TOPIC not in ben.see()
    assert "Your words are still here." in ben.asks("The holidays", 422).content.decode()
    alma.send("/dialogue/ask/take-back/")
    assert not Asking.objects.within(alma.keyring).exists()


@pytest.mark.parametrize("take_back", ["", "on"])
def test_leaving_ends_what_is_open_and_keeps_what_both_kept(alma: Actor, ben: Actor, take_back: str) -> None:
    room = in_the_room(alma, ben)
    one_turn(alma, ben, room)
    alma.presses(room, "end")
    for each in (alma, ben):
        each.goes(room, "One thing.", keep="on", shown="on")
    ben.asks("The holidays")
    second = in_the_room(alma, ben)
    ben.send("/together/space/leave/", {"take_back": take_back} if take_back else {})
    for each in (alma, ben):
        each.see(second, 404)
        page = each.see(room.replace("/dialogue/", "/dialogue/kept/"))
        assert SAID in page
        assert (BACK in page) == (not take_back)
    assert not Asking.objects.within(alma.keyring).exists()
    assert not Talk.objects.within(alma.keyring).filter(over=False).exists()


def test_an_account_that_ends_leaves_nothing_of_its_own(alma: Actor, ben: Actor) -> None:
    room = in_the_room(alma, ben)
    one_turn(alma, ben, room)
    alma.presses(room, "end")
    for each in (alma, ben):
        each.goes(room, f"{each.member.name} took this.", keep="on", shown="on")
    alma.send("/settings/delete/", {"password": PASSWORD}, 200)
    told = json.loads(ben.takes_everything())["dialogue"]
    assert SAID not in str(told)
    assert BACK in str(told)
    assert "Alma took this." not in str(told)
    assert not Unsaid._base_manager.exists()
    assert not Taken._base_manager.filter(person_id=alma.member.id).exists()


def test_of_an_open_talk_each_takes_out_their_own_words(alma: Actor, ben: Actor) -> None:
    room = in_the_room(alma, ben)
    one_turn(alma, ben, room)
    hers = json.loads(alma.takes_everything())["dialogue"]["said-in-the-open-talk"]
    assert hers == [SAID]


def test_one_alone_can_read_what_helps(esi: Actor) -> None:
    assert "A talk needs a space for two." in esi.see()
    assert "What it is not" in esi.see("/dialogue/heard/")
    assert "without if and but" in esi.see("/dialogue/owning/")
    assert esi.browser.get("/dialogue/ask/")["Location"] == "/dialogue/"
    assert TOPIC in esi.asks(status=404).content.decode()
