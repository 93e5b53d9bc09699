"""One's own yes: held back, counting, opened knowingly. Nobody else's is anywhere in it."""

from collections.abc import Iterator
from datetime import UTC, datetime, timedelta

import pytest
import time_machine

from stepwell.ground.vault.api import Keyring
from stepwell.own.safety import gate
from stepwell.own.safety.api import Joint, held, hold, let_go, may
from stepwell.own.safety.testing import answer, clear
from stepwell.own.safety.tests.cast import Actor

pytestmark = pytest.mark.django_db
NOON = datetime(2026, 11, 21, 12, tzinfo=UTC)


@pytest.fixture
def told(monkeypatch: pytest.MonkeyPatch) -> Iterator[list[frozenset[str]]]:
    """What a room above was told of, each time something may count that did not."""
    found: list[frozenset[str]] = []
    monkeypatch.setattr(gate, "_told", [])

    def listen(keyring: Keyring) -> None:
        found.append(held(keyring))

    gate.on_freed(listen)
    return found


def test_unanswered_is_no_for_everything(alma: Actor) -> None:
    assert [may(alma.keyring, joint) for joint in Joint] == [False, False, False]


def test_two_people_who_are_well_can_begin_tonight(alma: Actor, ben: Actor) -> None:
    for somebody in (alma, ben):
        clear(somebody.keyring)
        assert all(may(somebody.keyring, joint) for joint in Joint)


@pytest.mark.parametrize("yes", [("a",), ("h",), ("threats",), ("hurt",), ("h", "made_to")])
def test_what_speaks_against_it_closes_it(alma: Actor, yes: tuple[str, ...]) -> None:
    clear(alma.keyring)
    answer(alma.keyring, yes=yes)
    assert not any(may(alma.keyring, joint) for joint in Joint)


def test_it_is_asked_again_after_thirty_days_and_before_closeness_after_seven(alma: Actor) -> None:
    with time_machine.travel(NOON, tick=False):
        clear(alma.keyring)
    for days, open_now in ((6, {*Joint}), (7, {Joint.STEP, Joint.DIALOGUE}), (30, set())):
        with time_machine.travel(NOON + timedelta(days=days), tick=False):
            assert {joint for joint in Joint if may(alma.keyring, joint)} == open_now, days


def test_the_others_answers_say_nothing_about_ones_own(alma: Actor, ben: Actor) -> None:
    clear(alma.keyring)
    answer(ben.keyring, yes=("k",))
    assert may(alma.keyring, Joint.CLOSENESS)
    assert not may(ben.keyring, Joint.STEP)


def test_a_yes_is_held_until_its_room_lets_it_go(alma: Actor) -> None:
    hold(alma.keyring, "pathway.2")
    hold(alma.keyring, "dialogue.1")
    hold(alma.keyring, "pathway.2")
    assert held(alma.keyring) == {"pathway.2", "dialogue.1"}
    let_go(alma.keyring, "dialogue.1")
    let_go(alma.keyring, "never held")
    assert held(alma.keyring) == {"pathway.2"}


@pytest.mark.parametrize("key", ["", "x" * 81, "line\nbreak", "größer"])
def test_a_key_that_does_not_fit_is_refused(alma: Actor, key: str) -> None:
    with pytest.raises(ValueError, match="is no key"):
        hold(alma.keyring, key)
    assert held(alma.keyring) == frozenset()


def test_the_rooms_hear_when_a_held_yes_may_count(alma: Actor, told: list[frozenset[str]]) -> None:
    hold(alma.keyring, "pathway.2")
    answer(alma.keyring, yes=("a",))
    assert told == []
    clear(alma.keyring)
    assert told == [{"pathway.2"}]


def test_opened_knowingly_it_counts_until_the_next_answers(alma: Actor, told: list[frozenset[str]]) -> None:
    answer(alma.keyring, yes=("a",))
    hold(alma.keyring, "pathway.2")
    gate.lift(alma.keyring, Joint.STEP)
    assert told == [{"pathway.2"}]
    assert [may(alma.keyring, joint) for joint in Joint] == [True, False, False]
    answer(alma.keyring, yes=("a",))
    assert not may(alma.keyring, Joint.STEP)


def test_what_was_opened_closes_by_hand_and_by_time(alma: Actor) -> None:
    with time_machine.travel(NOON, tick=False):
        gate.lift(alma.keyring, Joint.STEP, Joint.DIALOGUE)
        assert may(alma.keyring, Joint.DIALOGUE)
    with time_machine.travel(NOON + timedelta(days=30), tick=False):
        assert not may(alma.keyring, Joint.DIALOGUE)
        gate.lift(alma.keyring, Joint.DIALOGUE)
        gate.lower(alma.keyring)
        assert not may(alma.keyring, Joint.DIALOGUE)


def test_closeness_is_never_opened_against_ones_own_answers(alma: Actor) -> None:
    answer(alma.keyring, yes=("r",))
    with pytest.raises(ValueError, match="CLOSENESS"):
        gate.lift(alma.keyring, Joint.STEP, Joint.CLOSENESS)
    assert not any(may(alma.keyring, joint) for joint in Joint)
