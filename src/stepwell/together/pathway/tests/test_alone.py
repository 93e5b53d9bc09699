"""One person alone, and one of two who stands elsewhere for themselves."""

import json

import pytest
import time_machine
from django.urls import reverse
from django.utils import timezone

from stepwell.together.pathway.landings import LANDINGS
from stepwell.together.pathway.models import Place
from stepwell.together.pathway.tests.cast import NAMES, READY, Actor

Two = tuple[Actor, Actor]


def test_esi_moves_at_will_and_nobody_is_missing(esi: Actor) -> None:
    page = esi.see()
    assert "You are here." in page
    for words in ("The two of you", READY, "said", "Going back", "space"):
        assert words not in page
    for number in (4, 2, 5, 1):
        esi.send("/landings/mine/", {"landing": str(number)})
        here = esi.see().partition('aria-current="step"')[2]
        assert here.index(NAMES[number - 1]) < here.index("You are here.")
        assert esi.see().count("You are here.") == 1


@pytest.mark.parametrize("landing", ["0", "6", "-1", "", "x", "1.5", "٣" * 400, "\x00"])
def test_a_landing_that_is_none_is_asked_again_and_moves_nobody(esi: Actor, landing: str) -> None:
    esi.send("/landings/mine/", {"landing": "3"})
    before = Place.objects.get().version
    answer = esi.send("/landings/mine/", {"landing": landing}, status=422)
    assert "Please choose one" in answer.content.decode() or "needed" in answer.content.decode()
    assert Place.objects.get().version == before


@pytest.mark.parametrize("what", ["ready", "not-yet", "back"])
def test_the_steps_of_two_are_not_there_for_one(esi: Actor, what: str) -> None:
    esi.send(f"/landings/{what}/", {"turn": "0192aaaa-bbbb-7ccc-8ddd-eeeeffff0000"}, status=404)
    assert not Place.objects.exists()


def test_every_landing_may_be_read_by_anybody_in_any_order(esi: Actor, two: Two) -> None:
    for landing in reversed(LANDINGS):
        for each in (esi, *two):
            page = each.see(reverse(landing.url_name))
            for text in (*landing.helps, *landing.wrong, *landing.holds, landing.alone):
                assert str(text) in page
            assert "/help/" in page


def test_alma_stands_elsewhere_for_herself_and_goes_along_again(two: Two) -> None:
    alma, ben = two
    assert "Wherever the two of us are" in alma.see()
    alma.send("/landings/mine/", {"landing": "4"})
    assert "For yourself, you are here." in alma.see()
    assert "For yourself, you are here." not in ben.see()
    for each in two:
        each.ready()
    assert "For yourself, you are here." in alma.see()
    alma.send("/landings/mine/", {"landing": "0"})
    assert "For yourself, you are here." not in alma.see()
    assert alma.landing() == "Open doors"


def test_what_is_taken_out_is_ones_own(two: Two) -> None:
    alma, ben = two
    alma.send("/landings/mine/", {"landing": "4"})
    alma.ready()
    mine, theirs = (json.loads(each.takes_everything())["pathway"] for each in two)
    assert mine["my-landing"] == "Drawing near"
    assert mine["our-landings"] == theirs["our-landings"] == ["Solid ground"]
    assert mine["i-am-ready-for-the-next"] is True
    assert theirs["i-am-ready-for-the-next"] is False
    assert theirs["my-landing"] is None
    # The file says at its top when it was made.
    with time_machine.travel(timezone.now(), tick=False):
        before = ben.takes_everything()
        alma.take_back()
        assert ben.takes_everything() == before


def test_all_of_it_goes_with_the_account_and_the_other_keeps_the_place(two: Two) -> None:
    from stepwell.together.pathway.privacy import erase

    alma, ben = two
    for each in two:
        each.ready()
    alma.send("/landings/mine/", {"landing": "4"})
    alma.send("/landings/questions/?landing=1", {"say_no": "yes"})
    alma.ready()
    erase(alma.keyring)
    assert ben.landing() == "Open doors"
    ben.ready()
    assert ben.landing() == "Open doors"
    assert Place.objects.count() == 1
    page = alma.see("/landings/answers/")
    assert "There is nothing here" in page
