"""A turn that is on its way: a time-out waits for nothing, and it can be thought better of."""

import time
from collections.abc import Iterator
from contextlib import contextmanager
from typing import TYPE_CHECKING

import pytest

from tests.fixtures.arrivals import Arrivals
from tests.fixtures.browser import Visit
from tests.journeys.somebody import Somebody, Two, come_cleared
from tests.journeys.talking import SAID, enter, give_back, hears, say

if TYPE_CHECKING:
    from playwright.sync_api import Locator, Route

pytestmark = pytest.mark.journey
WAITS = "It goes when the line is back."


@pytest.fixture
def two(visit: Visit, arrivals: Arrivals) -> Two:
    return come_cleared(visit, arrivals, "thinks better")


@contextmanager
def held_up(somebody: Somebody, pattern: str) -> Iterator[list["Route"]]:
    """What they send there lies on the way until the end."""
    held: list[Route] = []
    somebody.page.route(pattern, lambda route: held.append(route))  # noqa: PLW0108 - it takes no built-in
    try:
        yield held
    finally:
        for route in held:
            route.continue_()
        somebody.page.unroute(pattern)


def field(somebody: Somebody) -> str:
    return somebody.page.locator("textarea[name=text]").input_value()


def shut(*people: Somebody) -> None:
    for each in people:
        each.page.get_by_role("heading", name="Meanwhile").wait_for()


def test_a_time_out_overtakes_a_turn_that_is_slow(two: Two) -> None:
    alma, ben = two
    room = enter(alma, ben)
    alma.page.locator("textarea[name=text]").fill(SAID)
    with held_up(alma, "**/say/") as held:
        alma.page.get_by_role("button", name="Say it").click()
        while not held:
            alma.page.wait_for_timeout(20)
        alma.page.get_by_role("button", name="Take a time-out").click()
        shut(alma, ben)
    ben.go(room)
    assert SAID not in ben.text, "it came after the door was shut"


def test_a_time_out_waits_for_no_turn_that_is_not_sent(two: Two) -> None:
    alma, ben = two
    enter(alma, ben)
    say(alma)
    hears(ben, "Give back what you heard")
    ben.lose_line()
    give_back(ben)
    ben.page.get_by_text(WAITS).wait_for()
    ben.page.get_by_role("button", name="Take a time-out").click()
    ben.find_line()
    shut(alma, ben)


def test_a_turn_that_waits_for_the_line_can_be_withheld(two: Two) -> None:
    alma, ben = two
    enter(alma, ben)
    alma.page.locator("textarea[name=text]").fill("You never once")
    alma.lose_line()
    alma.hand.press("Say it")
    alma.page.get_by_text(WAITS).wait_for()
    alma.page.get_by_role("button", name="Do not send it").click()
    assert not alma.sees(WAITS)
    alma.page.locator("textarea[name=text]").fill("I was frightened.")
    alma.find_line()
    alma.hand.press("Say it")
    hears(ben, "Give back what you heard")
    assert ben.sees("I was frightened.")
    assert not ben.sees("You never once")


def test_who_ends_it_second_is_not_told_that_nothing_was_sent(two: Two) -> None:
    alma, ben = two
    enter(alma, ben)
    say(alma)
    hears(ben, "Give back what you heard")
    alma.hand.unfold("End the talk")
    alma.hand.press("End here")
    hears(ben, "Before you go")
    alma.hand.press("End it")

    def answer_late(route: "Route") -> None:
        """The room has told that it is over long before the page comes that this form brings."""
        answer = route.fetch(max_redirects=0)
        time.sleep(1.0)
        route.fulfill(response=answer)

    ben.page.route("**/leave/", answer_late)
    ben.hand.press("End it")
    assert ben.heading != "There is no such talk"
    assert "/dialogue/" in ben.page.url


def test_a_double_tap_answers_nothing_that_came_in_its_place(two: Two) -> None:
    alma, ben = two
    enter(alma, ben)
    say(alma)
    hears(ben, "Give back what you heard")
    give_back(ben)
    hears(alma, "Is that it?")
    alma.hand.press("Yes, that is it")
    hears(alma, "Speak on, or change roles")
    speak_on = alma.page.get_by_role("button", name="Speak on")
    speak_on.dblclick(trial=True)
    alma.page.mouse.move(*_middle(speak_on))
    alma.page.mouse.down(click_count=2)
    alma.page.mouse.up(click_count=2)
    alma.page.wait_for_timeout(300)
    hears(alma, "Speak on, or change roles")
    alma.page.mouse.down()
    alma.page.mouse.up()
    hears(alma, "Say what it is like for you")


def _middle(what: "Locator") -> tuple[float, float]:
    box = what.bounding_box()
    assert box
    return box["x"] + box["width"] / 2, box["y"] + box["height"] / 2


def test_after_words_that_were_refused_the_address_is_the_rooms_again(two: Two) -> None:
    alma, ben = two
    room = enter(alma, ben)
    say(alma, "")
    alma.page.locator(".error").wait_for()
    say(alma)
    hears(ben, "Give back what you heard")
    alma.page.wait_for_url(f"**{room.split('/', 3)[-1]}")
    alma.page.reload()
    assert alma.sees(SAID)
