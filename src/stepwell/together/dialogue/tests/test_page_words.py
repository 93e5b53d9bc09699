"""What the pages of a talk say where it is easily said wrong, and what they ask before it is gone."""

import re
from datetime import UTC, datetime

import pytest
import time_machine

from stepwell.together.dialogue.tests.cast import Actor, in_the_room, one_turn

pytestmark = pytest.mark.django_db


def test_what_is_gone_for_good_is_asked_first(alma: Actor, ben: Actor) -> None:
    room = in_the_room(alma, ben)
    one_turn(alma, ben, room)
    alma.presses(room, "end")
    for each in (alma, ben):
        each.goes(room, "One thing.", keep="on")
    for page in (alma.see(), alma.see(room.replace("/dialogue/", "/dialogue/kept/"))):
        (fold,) = re.findall(r"<details(?:(?!</details>).)*let-go/.*?</details>", page, re.DOTALL)
        assert "It cannot be brought back" in fold
        assert page.count("let-go/") == 1


def test_a_listener_without_a_script_is_told_what_is_so(alma: Actor, ben: Actor) -> None:
    page = ben.see(in_the_room(alma, ben))
    assert "by themselves" not in page
    without = page.split("<noscript>")[1].split("</noscript>")[0]
    assert "shows when you look again" in without


def test_where_the_other_is_given_back_no_sentence_of_one_s_own_is_offered(alma: Actor, ben: Actor) -> None:
    room = in_the_room(alma, ben)
    assert "I feel … when … because …" in alma.see(room)
    alma.says(room)
    assert "I feel … when … because …" not in ben.see(room)
    assert "Look at the words" in ben.see(room)


def test_a_topic_that_turns_the_writing_is_read_as_it_was_meant(alma: Actor, ben: Actor) -> None:
    alma.asks("\u202eThe phone\u202c and \u2067שלום\u2069")
    for page in (alma.see(), ben.see()):
        assert "<bdi>The phone and שלום</bdi>" in page
    assert "It is about: <bdi>The phone and שלום</bdi>." in ben.see(ben.agrees())


def test_a_topic_stays_text(alma: Actor, ben: Actor) -> None:
    alma.asks("<b>Bold</b>")
    assert "<b>" not in ben.browser.get(ben.agrees()).content.decode().split("</header>")[1]


def test_one_day_for_both_of_what_was_taken_away_and_shown(alma: Actor, ben: Actor) -> None:
    with time_machine.travel(datetime(2026, 11, 22, 22, 30, tzinfo=UTC), tick=False):
        room = in_the_room(alma, ben)
        alma.says(room)
        alma.presses(room, "end")
    with time_machine.travel(datetime(2026, 11, 23, 0, 30, tzinfo=UTC), tick=False):
        alma.goes(room, "That he stopped.", shown="on")
        ben.goes(room)
        for each in (alma, ben):
            entry = each.see().split("Taken away")[1].split("</section>")[0]
            assert "22 November" in entry
            assert "23 November" not in entry
