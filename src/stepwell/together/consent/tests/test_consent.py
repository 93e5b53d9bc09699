"""Asked in one's own words, narrowed, standing on both pages, taken back at any moment, gone when it ends."""

from datetime import UTC, datetime

import pytest
import time_machine
from tests.fixtures.clock import later

from stepwell.together.consent.models import Asking, Consent
from stepwell.together.consent.sweeping import sweep
from stepwell.together.consent.tests.cast import (
    ASK,
    ASKED,
    BACK,
    BOTH,
    PAGE,
    Actor,
    nothing_of_two,
    rows,
)

HUG = "A long hug when you come in"


def test_what_both_said_yes_to_stands_on_both_pages(alma: Actor, ben: Actor) -> None:
    alma.asks()
    assert HUG in alma.see()
    page = ben.see(ben.asked())
    assert HUG in page
    assert "proves nothing and binds nobody" in page
    ben.agrees("My hair\ntalking about the DAY.")
    for one in (alma, ben):
        page = one.see()
        assert BOTH in page
        assert HUG in page
        assert one.out() == ["My hair", "Talking about the day"], "in no one's order"
        assert "proves nothing and binds nobody" in page
    main = [one.see().partition("<main")[2] for one in (alma, ben)]
    assert main[0] == main[1], "no line says whose it is, and no page who asked"
    assert not Asking.objects.exists()


@pytest.mark.parametrize("who", [0, 1])
def test_either_takes_it_back_with_one_tap(couple: tuple[Actor, Actor], who: int) -> None:
    alma, ben = couple
    never = [one.see() for one in couple]
    alma.asks()
    ben.agrees()
    for _press in range(2):
        couple[who].takes_back()
    assert [one.see() for one in couple] == never, "the same bytes for both, and as if it had never been"
    assert nothing_of_two()


def test_taken_back_and_run_out_are_the_same_bytes(alma: Actor, ben: Actor) -> None:
    for one in (alma, ben):
        one.see()
    alma.asks(hours="1")
    ben.agrees()
    with later(hours=1, seconds=1):
        ran_out = [one.comes_back().see() for one in (alma, ben)]
        assert nothing_of_two()
        alma.asks(hours="1")
        ben.agrees()
        ben.takes_back()
        assert [one.see() for one in (alma, ben)] == ran_out


def test_an_asking_that_became_a_yes_meanwhile_is_taken_back_all_the_same(alma: Actor, ben: Actor) -> None:
    """Her open page still says "What you asked"."""
    alma.asks()
    ben.agrees()
    alma.takes_back()
    assert BOTH not in ben.see()


def test_an_open_page_takes_back_without_its_frame(alma: Actor, ben: Actor) -> None:
    alma.asks()
    ben.agrees()
    in_place = {"X-In-Place": "yes"}
    page = ben.browser.get(PAGE, headers=in_place).content.decode()
    assert HUG in page
    assert "<nav" not in page
    assert len(page) < 6000
    told = alma.browser.post(BACK, headers=in_place)
    assert (told.status_code, told.content) == (204, b"")
    assert HUG not in ben.browser.get(PAGE, headers=in_place).content.decode()


@pytest.mark.parametrize("hours", ["1", "3", "6", "12", "24"])
def test_it_ends_by_itself_at_its_hour(alma: Actor, ben: Actor, hours: str) -> None:
    alma.asks(hours=hours)
    with later(hours=float(hours), seconds=-30):
        for one in (alma, ben):
            one.comes_back().is_well()
        ben.agrees()
        assert BOTH in alma.see()
    with later(hours=float(hours), seconds=1):
        for one in (alma, ben):
            one.comes_back()
            assert HUG not in one.see()
        assert nothing_of_two(), "a yes is never longer than what was asked"


def test_the_clock_deletes_what_nobody_came_back_for(alma: Actor, ben: Actor) -> None:
    alma.asks(hours="1")
    ben.agrees()
    sweep()
    assert rows() == {"Asking": 0, "Consent": 1, "Own": 2}
    with later(hours=2, seconds=1):
        sweep()
        assert rows() == {"Asking": 0, "Consent": 0, "Own": 2}
    with later(hours=26):
        sweep()
        assert not any(rows().values()), "nothing remembers that anybody was here"


def test_over_the_night_that_the_clocks_change(alma: Actor, ben: Actor) -> None:
    """An hour is an hour also where one comes twice."""
    with time_machine.travel(datetime(2026, 10, 25, 0, 30, tzinfo=UTC), tick=False):
        for one in (alma, ben):
            one.comes_back().is_well()
        alma.asks(hours="1")
        ben.agrees()
    with time_machine.travel(datetime(2026, 10, 25, 1, 29, tzinfo=UTC), tick=False):
        assert BOTH in alma.see()
    with time_machine.travel(datetime(2026, 10, 25, 1, 30, 1, tzinfo=UTC), tick=False):
        assert BOTH not in alma.see()


def test_nobody_takes_a_copy_away(alma: Actor, ben: Actor) -> None:
    ben.asks(what="Side by side by the heron", outs="The radio on")
    alma.asks(what="A hug by the kettle", outs="The lamp off")
    ben.agrees("The dog on the sofa")
    for one in (alma, ben):
        taken = one.takes_everything()
        for words in (
            "kettle",
            "heron",
            "radio",
            "lamp",
            "dog on",
            "binds nobody",
            str(Consent.objects.get().id),
        ):
            assert words not in taken


def test_only_one_thing_stands_between_two(alma: Actor, ben: Actor) -> None:
    alma.asks()
    answered = alma.asks(409, what="Something else").content.decode()
    assert "Something else" in answered
    ben.asks(what="A walk")
    ben.agrees()
    assert not Asking.objects.exists(), "his own was over with his yes"
    assert "A walk" in ben.asks(409, what="A walk").content.decode()
    assert alma.led(ASK) == PAGE
    assert Consent.objects.count() == 1


def test_pressed_twice_it_is_asked_and_agreed_once(alma: Actor, ben: Actor) -> None:
    for _press in range(2):
        alma.asks()
    assert Asking.objects.count() == 1
    asked = ben.asked()
    for _press in range(2):
        assert ben.send(asked, {"outs": "My hair"})["Location"] == PAGE
    assert Consent.objects.count() == 1


def test_both_ask_and_either_may_say_yes(alma: Actor, ben: Actor) -> None:
    alma.asks()
    ben.asks(what="Tea in the garden")
    hers, his = alma.asked(), ben.asked()
    alma.send(hers, {"outs": ""})
    assert "Tea in the garden" in ben.see()
    answered = ben.send(his, {"outs": "My hair"}, 404).content.decode()
    assert "My hair" in answered, "what he typed is still there"
    assert Consent.objects.count() == 1


def test_a_third_person_finds_nothing(alma: Actor, ben: Actor, chidi: Actor, esi: Actor) -> None:
    alma.asks()
    asked = ben.asked()
    for one in (chidi, esi, alma):
        one.see(asked, 404)
        assert "My hair" in one.send(asked, {"outs": "My hair"}, 404).content.decode()
    ben.agrees()
    for one in (chidi, esi):
        one.takes_back()
        assert HUG not in one.see()
    assert Consent.objects.count() == 1
    assert esi.led(ASK) == PAGE
    assert "This needs a space for two." in esi.see()
    assert HUG in esi.send(ASK, ASKED, 404).content.decode()


@pytest.mark.parametrize("who", [0, 1])
@pytest.mark.parametrize("what", ["asked", "agreed"])
def test_a_pause_ends_it_and_it_does_not_come_back(couple: tuple[Actor, Actor], who: int, what: str) -> None:
    alma, ben = couple
    alma.asks()
    asked = ben.asked()
    if what == "agreed":
        ben.agrees()
    couple[who].pause()
    assert nothing_of_two()
    for one in couple:
        assert "The space for two rests." in one.see()
        assert one.led(ASK) == PAGE
        assert HUG in one.asks(404).content.decode()
        one.takes_back()
    ben.send(asked, {"outs": ""}, 404)
    for one in couple:
        one.go_on()
    assert nothing_of_two()
    assert HUG not in alma.see()


@pytest.mark.parametrize("who", [0, 1])
def test_leaving_takes_everything_of_two(couple: tuple[Actor, Actor], who: int) -> None:
    couple[0].asks()
    couple[1].agrees()
    couple[who].send("/together/space/leave/", {"take_back": "on"})
    assert nothing_of_two()
    assert "This needs a space for two." in couple[1 - who].see()


def test_an_account_that_ends_takes_it_along(alma: Actor, ben: Actor) -> None:
    from stepwell.together.consent.privacy import erase

    alma.asks()
    ben.agrees()
    erase(alma.keyring)
    assert rows() == {"Asking": 0, "Consent": 0, "Own": 1}, "his own leaf is his"
    assert HUG not in ben.see()
