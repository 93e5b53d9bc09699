"""Esi, who has no account, looks for a word and reads: by thumb, by keys alone, without scripts."""

import re
from typing import TYPE_CHECKING

import pytest

from tests.fixtures.arrivals import Arrivals
from tests.fixtures.browser import Visit
from tests.journeys.hands import HANDS
from tests.journeys.somebody import Somebody

if TYPE_CHECKING:
    pass

pytestmark = pytest.mark.journey

ONE = re.compile(r"/reading/[0-9a-f]{6}/$")


@pytest.mark.parametrize("way", HANDS)
def test_esi_finds_a_page_by_a_word(visit: Visit, way: str) -> None:
    browser = visit(javascript=way != "no script")
    esi = Somebody("Esi", browser.new_page(), HANDS[way])
    esi.go("/reading/")
    esi.hand.write("A word or two", "boundaries")
    esi.hand.press("Look")
    assert esi.heading == "What was found"
    assert esi.page.locator("mark", has_text=re.compile("^Boundaries$")).count() == 1
    assert "boundar" not in esi.page.url
    esi.hand.press("Boundaries")
    assert ONE.search(esi.page.url)
    assert esi.page.title() == "Reading – Stepwell"
    assert esi.sees("A boundary says where you end")
    assert browser.cookies() == []


def test_what_was_found_is_still_there_on_the_way_back(visit: Visit, arrivals: Arrivals) -> None:
    """Signed in no page is kept by the browser, and a posted one would have to be posted again."""
    esi = Somebody("Esi who reads", visit().new_page())
    arrivals.come(esi)
    esi.go("/reading/")
    esi.hand.write("A word or two", "trickled truth")
    esi.hand.press("Look")
    esi.hand.press("Why trickled truth hurts")
    esi.page.wait_for_url(ONE)
    esi.page.go_back()
    assert esi.heading == "What was found"
    assert esi.sees("Why trickled truth hurts")
    assert "trickle" not in esi.page.url
    assert esi.page.get_by_label("A word or two").input_value() == ""


def test_a_printed_page_is_the_text_alone(visit: Visit) -> None:
    page = visit(width=1280).new_page()
    page.goto("/reading/86e759/")
    page.emulate_media(media="print")
    for gone in (".nav", ".top", "[data-print]", ".rows", "a.button"):
        assert not any(part.is_visible() for part in page.locator(gone).all()), gone
    assert page.locator("h1").is_visible()
    assert page.get_by_text("Trauma and Recovery").is_visible()
    assert not page.get_by_text("From here", exact=True).is_visible()
