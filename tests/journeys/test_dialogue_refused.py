"""What a talk refuses is told at the field, and no longer than it holds."""

import re
from collections.abc import Iterator
from contextlib import contextmanager

import pytest

from tests.fixtures.arrivals import Arrivals
from tests.fixtures.browser import Visit
from tests.journeys.somebody import Somebody, come_cleared
from tests.journeys.talking import enter, give_back, hears, lay, say, waits

pytestmark = pytest.mark.journey
TOO_LONG = "I waited for you at the window. " * 12
STREAMS = re.compile(r"\w+://[^/]+/live/")  # and not the scripts, whose folder has the same name
NOT_SENT = "Nothing was sent, and your words are still here."


@contextmanager
def deaf(somebody: Somebody, room: str) -> Iterator[None]:
    """Their open page can send, and hears nothing of what moves meanwhile."""
    for address in (STREAMS, f"**{room}"):
        somebody.page.route(address, lambda route: route.abort())
    try:
        yield
    finally:
        somebody.page.unroute_all()


def test_it_goes_once_the_words_were_changed_or_sent_again(visit: Visit, arrivals: Arrivals) -> None:
    alma, ben = come_cleared(visit, arrivals, "talks")
    enter(alma, ben)
    refused = alma.page.locator(".summary, .error, [aria-invalid]")
    field = alma.page.locator("textarea[name=text]")
    say(alma, TOO_LONG)
    rest = alma.page.locator("textarea[name=rest]").input_value()
    lay(ben, "Slow down, please")
    waits(alma, "Slow down, please")
    assert refused.count() == 3, "nothing was changed yet"
    field.fill("I waited at the window.")
    assert not refused.count()
    lay(ben, "I need comfort")
    waits(alma, "I need comfort")
    assert not refused.count()
    assert "error" not in (field.get_attribute("aria-describedby") or "")
    assert field.input_value() == "I waited at the window."
    assert alma.page.locator("textarea[name=rest]").input_value() == rest
    say(alma, "")
    alma.page.locator(".error").wait_for()
    say(alma, "I waited at the window.")
    hears(ben, "Give back what you heard")
    assert not refused.count()


def test_that_nothing_was_sent_is_told_till_it_is(visit: Visit, arrivals: Arrivals) -> None:
    alma, ben = come_cleared(visit, arrivals, "talks")
    room = enter(alma, ben)
    field = alma.page.locator("textarea[name=text]")
    with deaf(alma, room):
        twin = Somebody(alma.name, alma.page.context.new_page())
        twin.go(room)
        say(twin, "The window was cold.")
        hears(ben, "Give back what you heard")
        give_back(ben)
        hears(twin, "Is that it?")
        twin.hand.press("Yes, that is it")
        twin.hand.press("Speak on")
        hears(twin, "Say what it is like for you")
        twin.page.close()
        say(alma, "It was late.")
    nothing = alma.page.get_by_text(NOT_SENT)
    nothing.wait_for()
    assert field.input_value() == "It was late."
    lay(ben, "Let me try again")
    waits(alma, "Let me try again")
    assert nothing.count(), "it still was not"
    alma.hand.press("Say it")
    hears(ben, "Give back what you heard")
    alma.page.wait_for_function("!document.querySelector('main[aria-busy]')")
    assert not nothing.count(), "now it was"
