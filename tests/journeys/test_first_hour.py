"""A first hour alone: what a newcomer finds who never asks anybody in, and is never asked about another."""

import re
from itertools import count

import pytest

from tests.fixtures.browser import Visit
from tests.journeys.hands import HANDS
from tests.journeys.somebody import Somebody

pytestmark = pytest.mark.journey
_numbers = count(1)
# What would draw an empty seat. Pages to read, and the questions in their authors' words, speak of partners.
OF_ANOTHER = re.compile(
    r"\b(partner|the two of you|waiting for (?!you)|has not answered|invitation pending)", re.IGNORECASE
)


@pytest.fixture(params=HANDS)
def esi(request: pytest.FixtureRequest, visit: Visit) -> Somebody:
    page = visit(javascript=request.param != "no script").new_page()
    return Somebody(f"Esi hour {request.param} {next(_numbers)}", page, HANDS[request.param])


def nobody_is_missing(esi: Somebody) -> None:
    """Offers are left out: they are drawn by lot, and some are pages to read."""
    lists = esi.page.locator(".offers").all_inner_texts()
    said = esi.text
    for offered in lists:
        said = said.replace(" ".join(offered.split()), "")
    assert not OF_ANOTHER.search(said), OF_ANOTHER.findall(said)


def test_a_newcomer_alone_spends_a_first_hour_well(esi: Somebody) -> None:
    esi.sign_up()
    assert esi.heading == f"Today, {esi.name}"
    nobody_is_missing(esi)
    esi.hand.press("Mine")
    nobody_is_missing(esi)
    reads_one_page(esi)
    breathes_and_keeps_a_word(esi)
    writes_her_plan_and_prints_it(esi)
    follows_a_sign(esi)
    answers_for_herself(esi)
    stands_on_a_landing_and_goes_on(esi)
    esi.go("/today/")
    assert esi.sees("Nothing on this page is waiting for you.")
    nobody_is_missing(esi)


def reads_one_page(esi: Somebody) -> None:
    esi.go("/reading/")
    esi.hand.write("A word or two", "first weeks")
    esi.hand.press("Look")
    esi.hand.press("The first weeks")
    assert esi.heading == "The first weeks"
    assert esi.sees("Sources")


def breathes_and_keeps_a_word(esi: Somebody) -> None:
    esi.go("/pause/with/out-breath/")
    esi.hand.choose("A little")
    esi.hand.write("A note for yourself", "The window, and the cold glass.")
    esi.hand.press("Keep this for me")
    assert esi.sees("Kept, for you alone.")
    nobody_is_missing(esi)


def writes_her_plan_and_prints_it(esi: Somebody) -> None:
    esi.go("/mine/plan/")
    nobody_is_missing(esi)
    esi.hand.write("What I can do alone", "Walk to the bridge.")
    esi.hand.press("Keep this plan")
    assert esi.sees("Your plan is kept.")
    esi.hand.press("A sheet to print")
    esi.page.emulate_media(media="print")
    on_paper = esi.page.locator("body").inner_text()
    assert "Walk to the bridge." in on_paper
    assert "stepwell" not in on_paper.lower()
    assert "stepwell" not in esi.page.title().lower()
    esi.page.emulate_media(media="screen")


def follows_a_sign(esi: Somebody) -> None:
    esi.go("/signs/")
    nobody_is_missing(esi)
    esi.hand.write("Something else, in your own words", "the lift at work")
    esi.hand.press("Follow these")
    esi.hand.press("Write today's numbers")
    esi.hand.choose("6", within="the lift at work")
    esi.hand.press("Keep these numbers")
    assert esi.sees("Kept, for you alone.")
    esi.hand.press("Over the weeks")
    assert esi.heading == "the lift at work"
    nobody_is_missing(esi)


def answers_for_herself(esi: Somebody) -> None:
    esi.go("/mine/questions/")
    esi.hand.press("Yes, nobody can see this")
    for group in esi.page.locator("fieldset").all():
        esi.hand.choose("No", within=group.locator("legend").inner_text())
    esi.hand.press("Keep my answers")
    assert esi.heading == "Your answers are kept"
    assert esi.sees("A page cannot know how it is at your home.")
    assert not esi.sees("you are safe")


def stands_on_a_landing_and_goes_on(esi: Somebody) -> None:
    esi.go("/together/")
    esi.hand.press("The landings")
    nobody_is_missing(esi)
    assert esi.sees("You are here.")
    esi.hand.press("Solid ground")
    assert esi.sees("How you know that it holds")
    esi.hand.press("Ask yourself a few questions")
    esi.hand.write("A word to yourself", "I slept, and I know whom to ring.")
    esi.hand.press("Keep it for myself")
    nobody_is_missing(esi)
    esi.go("/landings/")
    esi.hand.choose("Open doors")
    esi.hand.press("Be there")
    here = esi.page.locator("[aria-current=step]").inner_text()
    assert here.startswith("Open doors")
    nobody_is_missing(esi)
