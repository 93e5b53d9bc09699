"""One step on, or back. Nobody learns what the other answered, and a one-sided word shows nowhere."""

import itertools
import json
import re

import pytest
from hypothesis import HealthCheck, Phase, given, settings
from hypothesis import strategies as st
from tests.fixtures.clock import later

from stepwell.together.touch.content import NOBODY
from stepwell.together.touch.models import Own, Place
from stepwell.together.touch.place import seen
from stepwell.together.touch.tests.cast import AFTER, Actor, begun, enter_two, once

NEAR, TURNS = "Near, with an agreement", "Touch in turns"
WELL = ("yes", "no")
NUMBERS = itertools.count(1)
PAIRS = list(itertools.product(("yes", "no"), repeat=2))


def test_both_twice_and_both_would_go_on(alma: Actor, ben: Actor) -> None:
    once(alma, ben, WELL, WELL)
    alma.steps("on")
    ben.steps("on")
    assert alma.stands_on() == NEAR, "once is not twice"
    once(alma, ben, WELL, WELL)
    assert alma.stands_on() == ben.stands_on() == TURNS
    assert "breasts and genitals stay out" in alma.see()
    assert "I would go on" in alma.see(), "a new step begins anew"


def test_both_comfortable_is_not_yet_a_wish(alma: Actor, ben: Actor) -> None:
    for _time in range(3):
        once(alma, ben, WELL, WELL)
    alma.steps("on")
    assert ben.stands_on() == NEAR
    alma.steps("not-now")
    ben.steps("on")
    assert ben.stands_on() == NEAR
    alma.steps("on")
    assert alma.stands_on() == ben.stands_on() == TURNS


@pytest.mark.parametrize("who", [0, 1])
def test_one_step_back_by_either_at_once(couple: tuple[Actor, Actor], who: int) -> None:
    alma, ben = couple
    for _time in range(2):
        once(alma, ben, WELL, WELL)
    for one in couple:
        one.steps("on")
    alma.asks(level="1")
    time = ben.agrees()
    turn = couple[who].turn()
    for _press in range(2):
        couple[who].send("/touch/step/", {"do": "back", "turn": turn})
    for one in couple:
        assert one.stands_on() == NEAR
        one.see(time, 404)
    pages = [one.see().replace("Alma", "Ben") for one in couple]
    assert pages[0] == pages[1], "who stepped back shows nowhere"
    assert "You are on another step by now." in alma.asks(422, level="1").content.decode()


def test_below_the_first_step_there_is_none(alma: Actor) -> None:
    alma.steps("back")
    assert alma.stands_on() == NEAR
    alma.send("/touch/step/", {"do": "back", "turn": "nonsense"})
    alma.send("/touch/step/", {})


def test_the_further_steps_say_nothing_but_what_two_write(alma: Actor, ben: Actor) -> None:
    for level in range(2):
        for _time in range(2):
            alma.asks(level=str(level))
            time = ben.agrees()
            for one in (alma, ben):
                one.presses(time, "here")
            for one in (alma, ben):
                one.see(time)
            alma.stops(time)
            alma.answers()
            ben.answers()
        alma.steps("on")
        ben.steps("on")
    assert alma.stands_on() == "Further step 1"
    assert "The program says nothing about this step" in alma.see()


def test_answered_for_an_easier_step_it_does_not_count_for_this_one(alma: Actor, ben: Actor) -> None:
    for _time in range(2):
        once(alma, ben, WELL, WELL)
    for one in (alma, ben):
        one.steps("on")
        one.steps("on")
    for _time in range(2):
        once(alma, ben, WELL, WELL)  # asked for on the first step
    assert alma.stands_on() == TURNS


def _a_couple_after(his: list[tuple[str, str]], *, wish: bool) -> tuple[str, str, Actor, Actor]:
    """Ben was in the room as often, and said this to himself each time."""
    number = next(NUMBERS)
    alma, ben = enter_two(f"Alma {number}", f"Ben {number}")
    for said in his:
        alma.stops(begun(alma, ben))
        alma.answers(*WELL)
        ben.answers(*said)
    if wish:
        ben.steps("on")
    page = alma.see()
    alma.steps("on")
    return page, alma.see(), alma, ben


def without_ids(page: str) -> str:
    """Ids are drawn by lot, and every couple of this test has names of its own."""
    return re.sub(r"[0-9a-f]{8}-[0-9a-f-]{27}|(?<=Alma )\d+|(?<=Ben )\d+", "id", page)


@pytest.mark.django_db
@settings(
    max_examples=6,
    deadline=None,
    phases=[Phase.explicit, Phase.generate],
    suppress_health_check=[HealthCheck.function_scoped_fixture],
)
@given(his=st.lists(st.sampled_from(PAIRS), min_size=2, max_size=2), wish=st.booleans())
def test_her_pages_are_the_same_whatever_he_answered(his: list[tuple[str, str]], wish: bool) -> None:
    usual = _a_couple_after([("no", "yes")] * 2, wish=False)
    found = _a_couple_after(his, wish=wish)
    assert without_ids(found[0]) == without_ids(usual[0]), "before her own word, always"
    if his == [WELL, WELL] and wish:
        assert found[2].stands_on() == TURNS
    else:
        assert without_ids(found[1]) == without_ids(usual[1]), "after it, unless both meet"


@pytest.mark.parametrize("his", PAIRS)
def test_each_pair_of_answers_is_the_same_bytes_to_her(alma: Actor, ben: Actor, his: tuple[str, str]) -> None:
    """Before he answered, after it, and where he left it."""
    alma.stops(begun(alma, ben))
    after = alma.see(AFTER)
    before = alma.see()
    ben.answers(*his)
    assert alma.see() == before
    assert alma.see(AFTER) == after
    ben.steps("on")
    assert alma.see() == before


@pytest.mark.parametrize("his", PAIRS)
def test_the_rows_are_of_one_shape_whatever_was_answered(
    alma: Actor, ben: Actor, his: tuple[str, str]
) -> None:
    once(alma, ben, WELL, ("no", "no"))
    alma.stops(begun(alma, ben))
    before = {row.pk: row.version for row in Place.objects.all()}
    ben.answers(*his)
    ben.steps("on")
    shapes = {(len(row.sealed), row.version - before[row.pk]) for row in Place.objects.all()}
    assert {turned for _size, turned in shapes} == {2}, "sealed anew each time, whatever came of it"
    assert len({len(row.sealed) for row in Own.objects.all()}) == 1


def test_felt_obliged_the_next_step_stays_shut_and_looks_like_any_not_yet(alma: Actor, ben: Actor) -> None:
    once(alma, ben, WELL, WELL)
    once(alma, ben, WELL, WELL)
    alma.steps("on")
    not_yet = alma.see()
    ben.steps("not-now")
    once(alma, ben, WELL, ("yes", "yes"))
    assert alma.see() == not_yet
    ben.steps("on")
    once(alma, ben, WELL, WELL)
    assert alma.see() == not_yet, "it takes two again"
    once(alma, ben, WELL, WELL)
    assert alma.stands_on() == TURNS


def test_who_felt_obliged_alone_is_shown_what_may_help(alma: Actor, ben: Actor) -> None:
    alma.stops(begun(alma, ben))
    alma.answers("yes", "yes")
    ben.answers("yes", "no")
    assert "You felt obliged" in alma.see()
    assert "obliged" not in ben.see()
    alma.send("/touch/step/", {"do": "read"})
    assert "You felt obliged" not in alma.see()


def test_a_word_that_no_longer_holds_is_taken_back_with_the_answer(alma: Actor, ben: Actor) -> None:
    for _time in range(2):
        once(alma, ben, WELL, WELL)
    ben.steps("on")
    once(alma, ben, WELL, ("no", "no"))
    alma.steps("on")
    assert alma.stands_on() == NEAR


def test_the_gate_holds_a_word_and_lets_it_count_later(alma: Actor, ben: Actor) -> None:
    for _time in range(2):
        once(alma, ben, WELL, WELL)
    alma.steps("on")
    waiting = alma.see()
    ben.is_afraid()
    ben.steps("on")
    assert "You would go on" in ben.see()
    assert alma.see() == waiting
    circle = next(iter(ben.keyring.seated - {ben.keyring.own}))
    assert seen(ben.keyring, circle).ready == alma.member.id
    ben.is_well()
    assert alma.stands_on() == TURNS, "by the answer itself"


def test_closing_the_gate_takes_the_word_out_of_the_circle(alma: Actor, ben: Actor) -> None:
    for _time in range(2):
        once(alma, ben, WELL, WELL)
    ben.steps("on")
    ben.is_afraid()
    circle = next(iter(ben.keyring.seated - {ben.keyring.own}))
    assert seen(ben.keyring, circle).ready == NOBODY
    alma.steps("on")
    assert alma.stands_on() == NEAR


def test_a_pause_begins_anew(alma: Actor, ben: Actor) -> None:
    for _time in range(2):
        once(alma, ben, WELL, WELL)
    ben.steps("on")
    alma.pause()
    alma.send("/touch/step/", {"do": "on", "turn": str(NOBODY)})
    for one in (alma, ben):
        one.go_on()
    alma.steps("on")
    ben.steps("on")
    assert alma.stands_on() == ben.stands_on() == NEAR


def test_pressed_twice_one_session_counts_once(alma: Actor, ben: Actor) -> None:
    alma.stops(begun(alma, ben))
    for one in (alma, ben):
        one.answers()
        one.send(AFTER, {"comfortable": "yes", "obliged": "no"})
        one.steps("on")
    assert alma.stands_on() == NEAR


def test_a_word_of_a_step_that_was_left_says_nothing(alma: Actor, ben: Actor) -> None:
    for _time in range(2):
        once(alma, ben, WELL, WELL)
    old = alma.turn()
    for one in (alma, ben):
        one.steps("on")
    alma.send("/touch/step/", {"do": "back", "turn": old})
    assert alma.stands_on() == TURNS
    alma.send("/touch/step/", {"do": "on", "turn": old})
    assert "You would go on" not in alma.see()


def test_my_own_answers_go_with_me(alma: Actor, ben: Actor) -> None:
    once(alma, ben, WELL, ("no", "yes"))
    alma.steps("on")
    taken = json.loads(alma.takes_everything())["touch"]
    assert taken == {"comfortable-on-this-step": 1, "would-go-on": True, "felt-obliged-last": False}
    assert json.loads(ben.takes_everything())["touch"]["felt-obliged-last"] is True


def test_long_after_the_answers_to_safety_a_session_does_not_go_on(alma: Actor, ben: Actor) -> None:
    with later(days=8):
        for one in (alma, ben):
            one.comes_back()
        alma.asks()
        assert not ben.asked()
        assert "You asked for a quiet time" in alma.see()
