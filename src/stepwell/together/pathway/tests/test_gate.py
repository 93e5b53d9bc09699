"""With the safety room itself: a word that may not count yet is a not-yet, and nobody learns why."""

import pytest

from stepwell.own.safety.testing import answer, clear
from stepwell.together.pathway.models import Place
from stepwell.together.pathway.tests.cast import READY, TAKE_BACK, Actor, enter_two

pytestmark = pytest.mark.django_db


@pytest.fixture
def alma_and_ben() -> tuple[Actor, Actor]:
    """Ben's word counts; nobody has asked Alma yet."""
    alma, ben = enter_two("Alma", "Ben")
    clear(ben.keyring)
    return alma, ben


def test_a_word_before_the_questions_waits_and_counts_once_they_are_answered(
    alma_and_ben: tuple[Actor, Actor],
) -> None:
    alma, ben = alma_and_ben
    silent = ben.see()
    alma.ready()
    assert TAKE_BACK in alma.see()
    assert not Place.objects.exists()
    assert ben.see() == silent
    ben.ready()
    waiting = ben.see()
    answer(alma.keyring, yes=["a"])
    alma.see()
    assert ben.see() == waiting
    clear(alma.keyring)
    assert ben.landing() == alma.landing() == "Open doors"
    assert READY in alma.see()


def test_a_word_that_waits_may_be_taken_back(alma_and_ben: tuple[Actor, Actor]) -> None:
    alma, ben = alma_and_ben
    alma.ready()
    alma.take_back()
    ben.ready()
    clear(alma.keyring)
    assert READY in alma.see()
    assert ben.landing() == "Solid ground"


def test_answers_that_change_hold_back_what_was_said(alma_and_ben: tuple[Actor, Actor]) -> None:
    alma, ben = alma_and_ben
    clear(alma.keyring)
    alma.ready()
    before = ben.see()
    answer(alma.keyring, yes=["threats"])
    assert TAKE_BACK in alma.see()
    assert ben.see() == before
    ben.ready()
    assert ben.landing() == "Solid ground"


def test_answers_that_change_hold_it_back_although_nobody_looks(alma_and_ben: tuple[Actor, Actor]) -> None:
    alma, ben = alma_and_ben
    clear(alma.keyring)
    alma.ready()
    answer(alma.keyring, yes=["threats"])
    ben.ready()
    assert ben.landing() == "Solid ground"


def test_a_word_of_before_a_pause_does_not_come_back_with_the_answers(
    alma_and_ben: tuple[Actor, Actor],
) -> None:
    alma, ben = alma_and_ben
    alma.ready()
    ben.pause()
    for each in (alma, ben):
        each.go_on()
    ben.ready()
    clear(alma.keyring)
    assert READY in alma.see()
    assert ben.landing() == "Solid ground"
