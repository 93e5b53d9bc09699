"""Asking to be heard, agreeing, telling; each may take it back, and nobody learns of a word of one alone."""

from uuid import UUID, uuid4

import pytest
from tests.fixtures.clock import later

from stepwell.own.selfcare.testing import keep_now
from stepwell.together.openness.models import After, Opening
from stepwell.together.openness.tests.cast import KITCHEN, LADDER, Actor, standing, tell

ALL = ("listen", "ask", "no-advice", "not-in-anger")
SAID = ("Just listen", "You may ask", "Please do not advise", "Not to be brought up in anger")


def frame(opening: UUID) -> str:
    return f"/openness/{opening}/"


def test_the_topic_and_its_boundary_are_all_that_the_other_reads(alma: Actor, ben: Actor) -> None:
    page = alma.see("/openness/choose/kitchen/")
    assert f"{ben.member.name} will read the words of the topic" in page
    alma.asks("kitchen", *ALL)
    for who in (alma, ben):
        seen = who.see()
        assert KITCHEN in seen
        assert [words in seen for words in SAID] == [True] * 4
    assert "I would like to hear it" in ben.see()
    assert "would like to hear it" not in alma.see()


def test_nothing_of_how_deep_is_in_what_the_two_share(alma: Actor, ben: Actor) -> None:
    from stepwell.ground.vault.api import read
    from stepwell.together.openness.content import OpeningV1

    alma.asks("kitchen")
    kept = read(ben.keyring, Opening.objects.get())
    assert set(OpeningV1.__struct_fields__) == {"words", "boundary", "day", "agreed", "told_on"}
    assert kept.words == KITCHEN


def test_the_boundary_stands_on_the_page_of_both_until_it_is_told(alma: Actor, ben: Actor) -> None:
    alma.asks("kitchen", "listen", "no-advice")
    opening = standing()
    ben.agrees(opening)
    for who, words in ((alma, "You tell"), (ben, f"{alma.member.name} tells")):
        page = who.see(frame(opening))
        assert words in page
        assert KITCHEN in page
        assert "Just listen" in page
        assert "Please do not advise" in page
        assert "You may ask" not in page
    assert "It is told" in alma.see(frame(opening))
    assert "It is told" not in ben.see(frame(opening))
    ben.told(opening)
    assert not Opening.objects.get().told, "who tells says that it is told"
    alma.told(opening)
    for who in (alma, ben):
        assert f"{frame(opening)}after/" in who.browser.get(frame(opening))["Location"]
        assert "Just listen" not in who.see()
        assert "How it was" in who.see()


@pytest.mark.parametrize("way", ["talk", "letter"])
def test_it_goes_on_in_a_talk_or_a_letter_that_begins_with_it(alma: Actor, ben: Actor, way: str) -> None:
    alma.asks("kitchen")
    opening = standing()
    alma.send(f"{frame(opening)}way/", {"way": way}, 404)
    ben.agrees(opening)
    before = ben.see()
    where = alma.send(f"{frame(opening)}way/", {"way": way})["Location"]
    assert "kitchen" not in where.lower()
    assert KITCHEN in alma.see(where)
    assert ben.see() == before, "that she is writing shows nowhere"
    ben.send(f"{frame(opening)}way/", {"way": way}, 404)
    alma.send(f"{frame(opening)}way/", {"way": "shouting"}, 404)


def test_one_stands_for_each_at_a_time_and_both_may_ask_at_once(alma: Actor, ben: Actor) -> None:
    alma.asks("kitchen", "listen")
    alma.asks("smell")
    assert Opening.objects.count() == 1
    assert "One at a time" in alma.see("/openness/choose/smell/")
    ben.asks("smell")
    assert Opening.objects.count() == 2
    hers = Opening.objects.get(person_id=alma.member.id).id
    his = Opening.objects.get(person_id=ben.member.id).id
    ben.agrees(hers)
    alma.agrees(his)
    for who in (alma, ben):
        for opening in (hers, his):
            who.see(frame(opening))


def test_nobody_agrees_to_their_own_and_nobody_takes_back_the_others(alma: Actor, ben: Actor) -> None:
    alma.asks()
    opening = standing()
    alma.agrees(opening)
    alma.see(frame(opening), 404)
    ben.takes_back()
    assert standing() == opening


def test_no_not_yet_silence_and_a_yes_taken_back_are_the_same_bytes(alma: Actor, ben: Actor) -> None:
    alma.asks("kitchen", "listen")
    opening = standing()
    silence = alma.see()
    ben.see()
    ben.send(f"{frame(opening)}aside/")
    assert KITCHEN in ben.see()
    assert "I would like to hear it" not in ben.see()
    assert alma.see() == silence
    ben.send(f"{frame(opening)}aside/", {"do": "back"})
    assert "I would like to hear it" in ben.see()
    assert alma.see() == silence
    ben.agrees(opening)
    assert alma.see() != silence
    for _ in range(2):
        ben.does_not_any_more(opening)
    assert alma.see() == silence
    alma.see(frame(opening), 404)
    ben.is_afraid()
    ben.agrees(opening)
    assert alma.see() == silence
    keep_now(ben.keyring, "over", 9)
    ben.send(f"{frame(opening)}yes/", status=200)
    assert alma.see() == silence


def test_a_wish_taken_back_run_out_or_never_said_is_the_same_bytes(alma: Actor, ben: Actor) -> None:
    nothing = ben.see()
    alma.asks()
    opening = standing()
    assert ben.see() != nothing
    for _ in range(2):
        alma.takes_back()
    assert ben.see() == nothing
    ben.agrees(opening)
    assert ben.see() == nothing
    alma.asks()
    opening = standing()
    ben.agrees(opening)
    assert ben.see(frame(opening))
    alma.takes_back()
    assert ben.see() == nothing
    assert ben.see(frame(opening), 404)
    alma.told(opening)
    assert not Opening.objects.exists()


def test_a_wish_of_one_alone_goes_after_seven_days_and_what_both_want_stays(alma: Actor, ben: Actor) -> None:
    nothing = ben.see()
    alma.asks()
    with later(days=8):
        assert _section(ben.comes_back().see()) == _section(nothing)
        assert "for seven days, or until" not in alma.comes_back().see()
        assert not Opening.objects.exists()
        for one in (alma, ben):
            one.is_well()
        alma.asks()
        ben.agrees(standing())
    with later(days=14):
        for one in (alma, ben):
            one.is_well().comes_back()
        assert KITCHEN in ben.see(frame(standing()))


def _section(page: str) -> str:
    return page.partition("<main")[2].partition("Daily life")[0]


def test_pressed_twice_and_in_a_second_tab_it_is_done_once(alma: Actor, ben: Actor) -> None:
    for _ in range(2):
        alma.asks("kitchen")
    opening = standing()
    for _ in range(2):
        ben.agrees(opening)
    for _ in range(2):
        alma.told(opening)
    assert Opening.objects.count() == 1
    for _ in range(2):
        ben.says(opening, "well", "time")
    assert After.objects.count() == 1


def test_what_each_says_afterwards_shows_to_nobody_else(alma: Actor, ben: Actor) -> None:
    opening = tell(alma, ben)
    before = ben.see(), ben.see(f"{frame(opening)}after/"), ben.takes_everything().partition('"openness"')[2]
    rows = Opening.objects.values().get()
    alma.says(opening, "not-well", "pause", "no-advice")
    assert Opening.objects.values().get() == rows
    assert (ben.see(), ben.see(f"{frame(opening)}after/")) == before[:2]
    assert "did not go so well" not in ben.takes_everything()
    assert "did not go so well" in alma.takes_everything()
    alma.see(f"{frame(opening)}after/", 404)
    assert {row.circle_id for row in After.objects.all()} == {alma.keyring.own}


def test_after_fourteen_days_nobody_is_asked_any_more(alma: Actor, ben: Actor) -> None:
    opening = tell(alma, ben)
    with later(days=15):
        for one in (alma, ben):
            assert "How it was" not in one.comes_back().see()
            one.see(f"{frame(opening)}after/", 404)
        alma.says(opening, "well")
        assert alma.depth == 1
        assert not Opening.objects.exists()


def test_what_was_said_afterwards_is_forgotten_at_a_word(alma: Actor, ben: Actor) -> None:
    opening = tell(alma, ben)
    alma.says(opening, "well", "time")
    ben.says(opening, "not-well", "pause")
    for _ in range(2):
        alma.send("/openness/forget/")
    assert After.objects.get().circle_id == ben.keyring.own
    assert alma.depth == 2


def test_a_stranger_and_one_alone_find_nothing(alma: Actor, ben: Actor, chidi: Actor, esi: Actor) -> None:
    alma.asks()
    opening = standing()
    ben.agrees(opening)
    row = Opening.objects.values().get()
    for who in (chidi, esi):
        for url in (frame(opening), f"{frame(opening)}after/"):
            assert who.see(url, 404) == who.see(url.replace(str(opening), str(uuid4())), 404)
        for act in ("yes", "not-any-more", "aside", "told"):
            assert who.send(f"{frame(opening)}{act}/")["Location"] == LADDER
        who.send(f"{frame(opening)}way/", {"way": "talk"}, 404)
        who.takes_back()
        assert KITCHEN not in who.takes_everything()
    assert Opening.objects.values().get() == row


def test_a_boundary_that_is_none_is_refused(alma: Actor) -> None:
    answered = alma.send("/openness/choose/kitchen/", {"boundary": ["listen", "never"]}, 422)
    assert KITCHEN in answered.content.decode()
    assert not Opening.objects.exists()


def test_without_a_boundary_the_page_says_so(alma: Actor, ben: Actor) -> None:
    alma.asks()
    assert "No boundary was named." in ben.see()
