"""What every practice holds to."""

import re

import pytest

from stepwell.own.selfcare.practice import GROUP_LABELS, Practice
from stepwell.own.selfcare.practices import ALL, fitting
from stepwell.own.selfcare.tests.cast import Actor
from stepwell.own.selfcare.unsigned import practice_context

ASKED_FOR = {
    "out-breath", "looking-around", "moving", "feet-and-hands", "five-things", "cold-water", "walking",
    "three-minutes", "body", "kind-word", "rest", "what-is-good", "comparing", "my-pace",
    "body-says", "weight",
}  # fmt: skip
SEXUAL = re.compile(r"\b(sex|sexual|arous|orgasm|partner|lover|naked|intercourse)", re.IGNORECASE)
PRESSING = re.compile(r"\b(should|must|have to|need to|try to relax|close your eyes)\b", re.IGNORECASE)


def words(practice: Practice) -> str:
    return " ".join(map(str, (practice.title, practice.why, practice.note, *practice.steps)))


def test_all_are_there_once() -> None:
    assert sorted(ASKED_FOR) == sorted(practice.key for practice in ALL)
    assert {practice.group for practice in ALL} == set(GROUP_LABELS)


@pytest.mark.parametrize("practice", ALL, ids=lambda one: one.key)
def test_each_is_short_and_none_presses(practice: Practice) -> None:
    assert 3 <= len(practice.steps) <= 6
    assert 1 <= practice.minutes <= 10
    assert len(words(practice).split()) <= 150
    assert not PRESSING.search(words(practice).replace("without having to", ""))
    assert practice.key == practice.key.lower()


@pytest.mark.parametrize("practice", [one for one in ALL if one.group == "own"], ids=lambda one: one.key)
def test_on_my_terms_suggests_no_sexual_contact_and_is_for_calm_moments_alone(practice: Practice) -> None:
    assert not SEXUAL.search(words(practice))
    assert practice.fits == ("inside",)
    assert practice.note


def test_where_the_breath_may_frighten_it_is_said_first(nobody: Actor) -> None:
    page = nobody.see("/pause/with/out-breath/")
    assert page.index("makes fear stronger") < page.index("Breathe in")
    assert [one.key for one in ALL if one.pacer] == ["out-breath"]


def test_each_state_has_something_that_takes_two_minutes() -> None:
    for state in ("over", "inside", "numb"):
        assert sum(practice.minutes <= 2 for practice in fitting(state)) >= 3


@pytest.mark.parametrize("practice", ALL, ids=lambda one: one.key)
def test_each_can_be_read_signed_out_and_left_at_any_line(practice: Practice, nobody: Actor) -> None:
    page = nobody.see(f"/pause/with/{practice.key}/")
    assert "<title>Pause – Stepwell</title>" in page
    assert "You may stop at any line." in page
    assert "/help/" in page
    assert page.count("<li><b>") == len(practice.steps)


def test_the_senses_count_down(nobody: Actor) -> None:
    numbers = re.findall(r"<li><b>(\d)</b>", nobody.see("/pause/with/five-things/"))
    assert numbers == ["5", "4", "3", "2", "1"]


def test_the_whole_pause_is_on_one_page_the_same_for_every_stranger(nobody: Actor) -> None:
    page = nobody.see("/pause/")
    for part in ("things you can see", "Push both feet", "let your eyes climb to the rim"):
        assert part in page
    assert "Set-Cookie" not in nobody.browser.get("/pause/").headers
    assert page == nobody.see("/pause/")


def test_whoever_is_far_away_is_never_led_on_to_something_that_relaxes() -> None:
    for practice in fitting("numb"):
        another = practice_context(practice)["another"]
        assert isinstance(another, Practice)
        assert "numb" in another.fits
        assert another is not practice
