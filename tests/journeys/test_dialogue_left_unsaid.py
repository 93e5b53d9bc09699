"""Somebody is writing when the other ends the talk: their browser brings the words back, to them alone."""

import pytest

from tests.fixtures.arrivals import Arrivals
from tests.fixtures.browser import Visit
from tests.journeys.somebody import come_cleared
from tests.journeys.talking import enter, hears, say, waits

pytestmark = pytest.mark.journey
HALF = "When you said that, I wanted to"


def test_what_was_being_written_stands_on_the_last_page_and_is_kept(stay: Visit, arrivals: Arrivals) -> None:
    alma, ben = come_cleared(stay, arrivals, "unsaid")
    room = enter(alma, ben)
    say(alma)
    hears(ben, "Give back what you heard")
    ben.hand.write("What did you hear?", HALF)
    ben.page.locator("[data-kept]", has_text="Kept as you write.").wait_for()
    alma.hand.unfold("End the talk")
    alma.hand.press("End here")
    waits(ben, "What you wrote stays here and was not sent.")
    ben.hand.press("Show how it stands now")
    assert ben.heading == "Before you go"
    field = ben.page.get_by_label("What you had begun to give back")
    ben.page.locator(".returned").wait_for()
    assert field.is_visible()
    assert field.input_value() == HALF
    ben.go(room)
    ben.page.locator(".returned").wait_for()
    assert field.input_value() == HALF, "as often as the page is opened"
    ben.hand.press("Keep it for me alone")
    waits(ben, HALF)
    assert field.input_value() == ""
    for each in (ben, alma):
        if each is alma:
            each.go(room)
        each.hand.press("End it")
    ben.go("/dialogue/")
    assert ben.sees(f"Left unsaid {HALF}")
    alma.go("/dialogue/")
    assert not alma.sees(HALF)


def test_who_did_not_keep_it_finds_it_on_their_list(stay: Visit, arrivals: Arrivals) -> None:
    alma, ben = come_cleared(stay, arrivals, "unsaid later")
    enter(alma, ben)
    alma.hand.write("Your turn", HALF)
    alma.page.locator("[data-kept]", has_text="Kept as you write.").wait_for()
    ben.hand.unfold("End the talk")
    ben.hand.press("End here")
    waits(alma, "What you wrote stays here and was not sent.")
    alma.hand.press("Show how it stands now")
    alma.page.locator(".returned").wait_for()
    alma.hand.press("End it")
    alma.hand.unfold("If you had begun to write something")
    alma.page.locator(".returned").wait_for()
    field = alma.page.get_by_label("A turn you had begun")
    assert field.input_value() == HALF
    alma.hand.tap(alma.page.get_by_role("button", name="Keep it for me alone").first)
    assert alma.sees(f"Left unsaid {HALF}")
