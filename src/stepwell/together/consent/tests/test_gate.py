"""The gate of one's own safety, and the property: left, never seen and held are one and the same."""

import re
from collections.abc import Callable

import pytest
import time_machine
from django.utils import timezone
from tests.fixtures.clock import later

from stepwell.ground.live.api import moved
from stepwell.ground.spaces.api import couple_of
from stepwell.together.consent import testing
from stepwell.together.consent.models import Asking, Consent
from stepwell.together.consent.own import own_of
from stepwell.together.consent.sweeping import sweep
from stepwell.together.consent.tests.cast import (
    BOTH,
    PAGE,
    Actor,
    nothing_of_two,
    rows,
    shapes,
)

HUG = "A long hug when you come in"
SAID = "You said yes. It stands here once you both have."


def number(actor: Actor) -> int:
    """How often something moved for the two: what a page that listens may hear."""
    couple = couple_of(actor.keyring)
    assert couple
    return moved(couple.circle)


def leaves(ben: Actor) -> None:
    ben.see(ben.asked())


def types_and_leaves(ben: Actor) -> None:
    ben.send(ben.asked(), {"outs": "y" * 81}, 422)


def holds(ben: Actor) -> None:
    ben.agrees("My hair\nMy hands, and whatever else there is to say about it")
    assert SAID in ben.see()


def holds_and_asks(ben: Actor) -> None:
    holds(ben)
    ben.asks(what="Tea in the garden")


@pytest.mark.parametrize("does", [leaves, types_and_leaves, holds, holds_and_asks])
def test_left_held_and_never_seen_are_the_same(
    alma: Actor, ben: Actor, does: Callable[[Actor], None]
) -> None:
    """Her page by its bytes, what her page may hear, and every table of the house by its rows and their
    sizes, are after it what they were before it."""
    ben.is_afraid()
    with time_machine.travel(timezone.now().replace(minute=10), tick=False):
        for one in (alma, ben):
            one.comes_back().see()
        alma.asks()
        before = alma.see(), number(alma), shapes()
        does(ben)
        assert (alma.see(), number(alma), shapes()) == before


def test_an_asking_that_is_held_is_one_never_made(alma: Actor, ben: Actor) -> None:
    alma.see()
    never, count, said = ben.see(), rows(), number(ben)
    alma.is_afraid()
    alma.asks()
    assert HUG in alma.see()
    assert ben.see() == never
    assert rows() == count, "not a row more"
    assert number(ben) == said
    alma.is_well()
    assert ben.asked(), "by the answer itself"
    alma.is_afraid()
    assert ben.see() == never
    assert HUG in alma.see()
    alma.takes_back()
    assert HUG not in alma.see()
    alma.is_well()
    assert ben.see() == never


def test_a_held_asking_looks_like_one_made_when_it_counts(alma: Actor, ben: Actor) -> None:
    """Three hours are asked for; after one of them it stands for one, as if it had been asked for then."""
    alma.is_afraid()
    alma.asks(hours="3")
    alma.see()
    with later(hours=1):
        for one in (alma, ben):
            one.comes_back()
        alma.is_well()
        assert ben.asked()
        left = Asking.objects.get().over - timezone.now()
        assert left.total_seconds() <= 2 * 3600
        his = re.search(r'datetime="([^"]+)"', ben.see())
        hers = re.search(r'datetime="([^"]+)"', alma.see())
        assert his
        assert hers
        assert his[1] == hers[1]
    with later(hours=2, seconds=2):
        assert not ben.comes_back().asked()


def test_a_held_asking_with_no_hour_left_goes(alma: Actor, ben: Actor) -> None:
    alma.is_afraid()
    alma.asks(hours="1")
    with later(minutes=1):
        alma.is_well()
        assert not ben.asked()
        assert HUG not in alma.see()


def test_a_held_yes_counts_from_when_it_may(alma: Actor, ben: Actor) -> None:
    alma.asks()
    waiting = alma.see()
    ben.is_afraid()
    ben.agrees("My hair")
    asked = testing.asked(ben.keyring)
    assert SAID in ben.see(f"/this-time/asked/{asked}/")
    assert alma.see() == waiting
    assert not Consent.objects.exists()
    ben.is_well()
    assert "My hair" in alma.out()
    assert BOTH in alma.see()


def test_a_held_yes_is_taken_back_and_stays_so(alma: Actor, ben: Actor) -> None:
    alma.asks()
    waiting = alma.see()
    ben.is_afraid()
    ben.agrees()
    ben.takes_back()
    ben.is_well()
    assert alma.see() == waiting
    assert ben.asked()


def test_a_held_yes_to_what_is_gone_goes(alma: Actor, ben: Actor) -> None:
    alma.asks(hours="1")
    ben.is_afraid()
    ben.agrees()
    alma.takes_back()
    ben.is_well()
    assert nothing_of_two()
    alma.asks(hours="1")
    ben.is_afraid()
    ben.agrees()
    with later(hours=1, seconds=1):
        for one in (alma, ben):
            one.comes_back()
        ben.is_well()
        assert nothing_of_two()
        assert own_of(ben.keyring, couple_of(ben.keyring).circle).yes is None  # type: ignore[union-attr]


def test_the_gate_closing_ends_what_stood_before_any_page(alma: Actor, ben: Actor) -> None:
    for one in (alma, ben):
        one.see()
    never = alma.see()
    alma.asks()
    ben.agrees()
    ben.is_afraid()
    assert nothing_of_two()
    assert alma.see() == never


def test_a_pause_lets_go_of_held_words(alma: Actor, ben: Actor) -> None:
    alma.is_afraid()
    alma.asks()
    ben.pause()
    for one in (alma, ben):
        one.go_on()
    alma.is_well()
    assert not ben.asked()
    assert HUG not in alma.see()


def test_held_words_go_with_the_clock_where_nobody_comes_back(alma: Actor) -> None:
    alma.is_afraid()
    alma.asks(hours="24")
    with later(hours=26):
        sweep()
        assert not any(rows().values())


def test_looking_in_after_the_hour_tells_nobody(alma: Actor, ben: Actor) -> None:
    """What ran out is deleted at the next visit, and no open page of the other hears of that visit."""
    alma.asks(hours="1")
    ben.agrees()
    alma.asks(409)
    with later(hours=1, seconds=1):
        for one in (alma, ben):
            one.comes_back()
        said = number(alma)
        ben.see()
        assert nothing_of_two()
        assert number(alma) == said


def test_ids_and_order_tell_nothing(alma: Actor, ben: Actor) -> None:
    alma.asks()
    assert Asking.objects.get().id.version == 4
    ben.agrees()
    assert Consent.objects.get().id.version == 4
    assert str(Consent.objects.get().id) not in alma.see(PAGE)
