"""A page is written, survives a closed tab, is found again, shown in part, and taken back."""

import re
from itertools import count

import pytest

from tests.fixtures.arrivals import Arrivals
from tests.fixtures.browser import Visit
from tests.journeys.somebody import Somebody

pytestmark = pytest.mark.journey
_numbers = count(1)
TEXT = "His phone lit up. I went for a walk, and it was smaller when I came back."
LABEL = "What happened, as you would tell it"


@pytest.fixture
def two(visit: Visit, arrivals: Arrivals) -> tuple[Somebody, Somebody]:
    number = next(_numbers)

    def somebody(name: str) -> Somebody:
        return Somebody(f"{name} writes {number}", visit().new_page())

    alma, ben = somebody("Alma"), somebody("Ben")
    arrivals.meet(alma, ben)
    return alma, ben


def thought(somebody: Somebody) -> str:
    return somebody.page.locator(".thought").inner_text()


def test_written_found_shown_in_part_and_taken_back(two: tuple[Somebody, Somebody]) -> None:
    alma, ben = two
    ben.go("/journal/shown/")
    nothing = ben.page.locator("main").inner_html()

    alma.go("/mine/")
    alma.hand.press("Your pages")
    alma.hand.press("Write about a day")
    first = thought(alma)
    alma.hand.write(LABEL, TEXT)
    alma.hand.press("Do not ask me this again")
    assert thought(alma) != first
    assert alma.page.get_by_label(LABEL).input_value() == TEXT
    # The enter key in a line of its own keeps the page; it asks for no other thought.
    words = alma.page.locator("details", has=alma.page.get_by_label("Something else, in a few words"))
    words.locator("summary").click()
    alma.hand.write("Something else, in a few words", "the blue car")

    # Half-written words outlive a closed tab.
    alma.page.locator("[data-kept]", has_text="Last kept").wait_for()
    path = alma.page.url
    alma.page.close(run_before_unload=False)
    alma.page = alma.hand.page = alma.page.context.new_page()
    alma.page.goto(path)
    alma.page.get_by_text("are back.").wait_for()
    assert alma.page.get_by_label(LABEL).input_value() == TEXT
    line = alma.page.get_by_label("Something else, in a few words")
    assert line.input_value() == "the blue car"
    alma.page.locator("details", has=line).evaluate("fold => { fold.open = true }")
    line.wait_for()
    line.press("Enter")
    # The script takes `?kept` out of the address again.
    alma.page.wait_for_url(re.compile(r"/journal/[0-9a-f-]{36}/(\?kept=day)?$"))
    assert alma.heading == "A day"
    one = alma.page.url.split("?")[0]

    alma.go("/journal/find/")
    alma.hand.write("A word or two", "BLUE smaller")
    alma.hand.press("Look")
    assert "blue" not in alma.page.url.lower()
    assert alma.page.locator(".notes a").count() == 1

    alma.go(one)
    alma.page.get_by_text(f"Show a part of it to {ben.name}").click()
    alma.hand.choose("What set it off")
    alma.hand.press("See it as they would")
    assert not alma.sees(TEXT)
    alma.hand.press(f"Show this to {ben.name}")
    ben.go("/journal/shown/")
    assert ben.sees("the blue car")
    assert not ben.sees(TEXT)
    alma.hand.press("Stop showing it")
    ben.go("/journal/shown/")
    assert ben.page.locator("main").inner_html() == nothing
