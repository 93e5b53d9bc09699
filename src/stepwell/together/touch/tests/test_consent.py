"""Asked and agreed for this time: what is in, what is out, taken back at any moment, gone when it ends."""

import re

import pytest
from tests.fixtures.clock import later

from stepwell.own.selfcare.testing import keep_now
from stepwell.together.touch import testing
from stepwell.together.touch.models import Asking, KeptBack, Time
from stepwell.together.touch.sweeping import sweep
from stepwell.together.touch.tests.cast import LIST, Actor, begun, once, rows

BOTH = "Both of you said yes to this, for this time."


def lines(page: str, of: str) -> list[str]:
    section = page.partition(f"<dt>{of}</dt>")[2].partition("</dd>")[0]
    return re.findall(r'<p dir="auto">([^<]*)</p>', section)


def test_in_is_what_both_said_and_out_is_what_either_said(alma: Actor, ben: Actor) -> None:
    alma.asks()
    assert "You asked for a quiet time" in alma.see()
    page = ben.see(ben.asked())
    assert lines(page, "In") == ["My hands", "Sitting side by side"]
    assert "proves nothing and binds nobody" in page
    time = ben.agrees(0, 1, outs="sitting side by side.\nMy ears")
    for one in (alma, ben):
        assert BOTH in one.see()
        page = one.see(time)
        assert lines(page, "In") == ["My hands"], "what either said is out is out"
        assert lines(page, "Out") == ["My ears", "My neck", "sitting side by side."], "in no one's order"
        assert "stone" in page
        assert "proves nothing and binds nobody" in page
    assert not Asking.objects.exists()


def test_what_was_not_ticked_is_not_in(alma: Actor, ben: Actor) -> None:
    alma.asks()
    assert lines(alma.see(ben.agrees(1)), "In") == ["Sitting side by side"]


def test_a_yes_to_nothing_is_none(alma: Actor, ben: Actor) -> None:
    alma.asks()
    answered = ben.send(ben.asked(), {"outs": "My ears"}, 422).content.decode()
    assert "At least one line is needed" in answered
    assert "My ears" in answered
    assert not Time.objects.exists()


@pytest.mark.parametrize("who", [0, 1])
def test_either_takes_it_back_with_one_tap(couple: tuple[Actor, Actor], who: int) -> None:
    alma, ben = couple
    alma.asks()
    time = ben.agrees()
    for _press in range(2):
        assert couple[who].stops(time) == "/touch/after/"
    assert couple[who].led("/touch/after/") == LIST, "nothing began, so nothing is asked"
    for one in couple:
        assert BOTH not in one.see()
        one.see(time, 404)
    assert not Time.objects.exists()


def test_it_ends_by_itself_after_its_hours(alma: Actor, ben: Actor) -> None:
    alma.asks(hours="2")
    time = ben.agrees()
    with later(hours=2, seconds=1):
        for one in (alma, ben):
            one.comes_back()
            assert BOTH not in one.see()
            one.see(time, 404)
        assert not Time.objects.exists()


def test_an_asking_ends_by_itself_and_nobody_is_told(alma: Actor, ben: Actor) -> None:
    never = alma.see()
    alma.asks(hours="2")
    asked = ben.asked()
    ben.see(asked)
    with later(hours=2, seconds=1):
        for one in (alma, ben):
            one.comes_back()
        assert not ben.asked()
        ben.send(asked, {"ins": ["0"]}, 404)
        assert alma.see() == never, "unanswered, looked at, and never seen are the same"


def test_the_clock_deletes_what_nobody_came_back_for(alma: Actor, ben: Actor) -> None:
    alma.asks(hours="2")
    ben.asks(hours="2", ins="His hands")
    ben.agrees()
    sweep()
    assert Time.objects.count() == 1
    with later(hours=3, minutes=1):
        sweep()
        assert not any(rows("Asking", "Time", "KeptBack").values())


def test_looking_at_an_asking_changes_nothing_for_who_asked(alma: Actor, ben: Actor) -> None:
    alma.asks()
    before = alma.see()
    asked = ben.asked()
    ben.see(asked)
    ben.send(asked, {"outs": "x"}, 422)
    keep_now(ben.keyring, "over", 9)
    ben.send(asked, {"ins": ["0"]}, 200)
    assert alma.see() == before
    alma.send("/touch/take-back/")
    assert not ben.asked()
    ben.see(asked, 404)


def test_nothing_is_left_of_it_in_the_database(alma: Actor, ben: Actor) -> None:
    once(alma, ben, ("yes", "no"), ("no", "yes"))
    before = rows()
    once(alma, ben, ("yes", "no"), ("yes", "no"))
    assert rows() == before
    assert not any(rows("Asking", "Time", "KeptBack").values())


def test_nobody_takes_a_copy_away(alma: Actor, ben: Actor) -> None:
    alma.asks(ins="Warm hands by the fire", outs="The lamp off", word="heron")
    held = ben.see(ben.asked())
    assert "Warm hands by the fire" in held
    time = ben.agrees(0, outs="The dog on the sofa")
    for one in (alma, ben):
        one.presses(time, "here")
    for one in (alma, ben):
        taken = one.takes_everything()
        for words in ("Warm hands", "The lamp off", "heron", "The dog", time.split("/")[2]):
            assert words not in taken


def test_only_one_thing_stands_between_two(alma: Actor, ben: Actor) -> None:
    alma.asks()
    alma.asks(409, ins="Something else")
    ben.asks(ins="My feet")
    time = ben.agrees()
    assert not Asking.objects.exists(), "his own was over with his yes"
    alma.asks(409)
    assert alma.led("/touch/ask/") == LIST
    assert alma.see(time)


def test_pressed_twice_it_is_asked_and_agreed_once(alma: Actor, ben: Actor) -> None:
    for _press in range(2):
        alma.asks()
    assert Asking.objects.count() == 1
    asked = ben.asked()
    led = {ben.send(asked, {"ins": ["0"]})["Location"] for _press in range(2)}
    assert len(led) == 1
    assert led.pop() == f"/touch/{Time.objects.get().id}/"


def test_both_at_once_is_one(alma: Actor, ben: Actor) -> None:
    alma.asks()
    ben.asks()
    hers, his = alma.asked(), ben.asked()
    ben.send(his, {"ins": ["0"]})
    assert alma.send(hers, {"ins": ["0"]}, 404)
    assert Time.objects.count() == 1


@pytest.mark.parametrize(
    ("sent", "words"),
    [
        ({"ins": ""}, "One line is needed at least."),
        ({"ins": "x" * 81}, "At most 80 characters fit into a line."),
        ({"outs": "\n".join(f"line {one}" for one in range(13))}, "At most 12 lines fit here."),
        ({"outs": "x\n" * 10_000}, "At most"),
        ({"word": "x" * 31}, "At most 30 characters"),
        ({"word": " "}, "A word to stop is needed"),
        ({"minutes": "600"}, "Please choose one of the answers"),
        ({"hours": "9000"}, "Please choose one of the answers"),
        ({"level": "1"}, "You are on another step by now. Nothing of this was sent."),
        ({"first": "nobody"}, "Please choose one of the answers"),
    ],
)
def test_what_does_not_fit_comes_back_whole(alma: Actor, sent: dict[str, str], words: str) -> None:
    page = alma.asks(422, **sent).content.decode()
    assert words in page
    for kept in [sent[name] for name in ("ins", "outs", "word") if name in sent]:
        assert kept.strip()[:200] in page
    assert not Asking.objects.exists()


def test_doubled_lines_are_one(alma: Actor, ben: Actor) -> None:
    alma.asks(ins="My hands\nmy  HANDS.\n\nMy hands")
    assert lines(ben.see(ben.asked()), "In") == ["My hands"]


def test_a_third_person_finds_nothing(alma: Actor, ben: Actor, chidi: Actor, esi: Actor) -> None:
    alma.asks()
    asked = ben.asked()
    for one in (chidi, esi):
        one.see(asked, 404)
        one.send(asked, {"ins": ["0"]}, 404)
    time = ben.agrees()
    for one in (chidi, esi):
        one.see(time, 404)
        one.presses(time, "here", 404)
        one.stops(time)
    assert Time.objects.count() == 1
    assert esi.led("/touch/ask/") == LIST
    assert "This needs a space for two." in esi.see()
    with pytest.raises(AssertionError):
        testing.agree(chidi.keyring)


def test_over_the_edge_it_can_wait(alma: Actor, ben: Actor) -> None:
    alma.asks()
    keep_now(ben.keyring, "over", 9)
    assert "This can wait" in ben.send(ben.asked(), {"ins": ["0"]}, 200).content.decode()
    assert "This can wait" in ben.asks(200).content.decode()
    assert not Time.objects.exists()
    assert not KeptBack.objects.exists()


def test_signed_out_the_words_wait(alma: Actor, ben: Actor) -> None:
    alma.asks()
    asked = ben.asked()
    ben.browser.cookies.clear()
    assert ben.browser.get(asked)["Location"].startswith("/sign-in/")
    assert ben.browser.post(asked, {"ins": ["0"], "outs": "My ears"}).status_code == 403
    ben.comes_back()
    assert ben.see(asked)


@pytest.mark.parametrize("who", [0, 1])
@pytest.mark.parametrize("what", ["asked", "agreed", "begun"])
def test_a_pause_ends_it_and_it_does_not_come_back(couple: tuple[Actor, Actor], who: int, what: str) -> None:
    alma, ben = couple
    if what == "begun":
        begun(alma, ben)
    else:
        alma.asks()
        if what == "agreed":
            ben.agrees()
    couple[who].pause()
    assert not any(rows("Asking", "Time", "KeptBack").values())
    assert "The space for two rests." in alma.see()
    for one in couple:
        one.go_on()
    assert not any(rows("Asking", "Time", "KeptBack").values())
    assert BOTH not in alma.see()


@pytest.mark.parametrize("who", [0, 1])
def test_leaving_takes_everything_of_two(couple: tuple[Actor, Actor], who: int) -> None:
    begun(*couple)
    couple[who].send("/together/space/leave/", {"take_back": "on"})
    assert not any(rows("Asking", "Time", "KeptBack", "Place").values())
    assert "This needs a space for two." in couple[1 - who].see()


def test_an_account_that_ends_takes_it_along(alma: Actor, ben: Actor) -> None:
    from stepwell.together.touch.privacy import erase

    once(alma, ben, ("yes", "no"), ("yes", "no"))
    begun(alma, ben)
    erase(alma.keyring)
    assert not any(rows("Asking", "Time", "KeptBack", "Place").values())
    assert len(rows("Own")["Own"]) == 1, "his own answers are his"


def test_the_step_is_described_whatever_stands(alma: Actor, ben: Actor) -> None:
    described = "You agree on what stays out, and are near each other for a while"
    where = '<p class="big">Near, with an agreement</p>\n    <p>' + described
    for see in (alma, ben):
        assert where in see.see()
    alma.asks()
    for see in (alma, ben):
        assert where in see.see()
    assert described in ben.see(ben.asked())
