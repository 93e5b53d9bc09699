"""Two people, each in a browser of their own: asked, agreed, begun, stopped by a thumb; nobody asks why."""

import time

import pytest

from tests.fixtures.arrivals import Arrivals
from tests.fixtures.browser import Visit
from tests.fixtures.server import Served
from tests.journeys.hands import Plain
from tests.journeys.somebody import Somebody, Two, come_cleared
from tests.journeys.touching import agree, answer, ask, begin, hears, is_after

pytestmark = pytest.mark.journey
LOST = "There is no line just now."
A_WHILE = 8.0  # in a browser, on a busy machine


@pytest.fixture(scope="module")
def couple(stay: Visit, arrivals: Arrivals) -> Two:
    """One couple for all stories: each begins with nothing agreed."""
    return come_cleared(stay, arrivals, "is near")


@pytest.fixture
def two(couple: Two) -> Two:
    couple[0].go("/touch/")
    for words in ("Not any more", "Stop", "Take it back"):
        if couple[0].page.get_by_role("button", name=words, exact=True).count():
            couple[0].hand.press(words)
    return couple


def test_asked_agreed_and_stopped_by_a_thumb(two: Two) -> None:
    alma, ben = two
    alma.go("/together/")
    alma.hand.press("Drawing near")
    alma.hand.press("Touch, step by step")
    assert alma.sees("A yes here proves nothing and binds nobody.")
    ask(alma)
    assert alma.sees("You asked for a quiet time.")
    agree(ben)
    assert ben.sees("Both of you said yes to this.")
    alma.go(ben.page.url)
    terms = alma.page.locator("dl.facts").inner_text()
    assert "My neck" in terms
    before = ben.text
    alma.hand.press("I am here")
    alma.page.get_by_text("It begins when you both are.").wait_for()
    assert ben.text == before, "that she waits shows nowhere"
    ben.hand.press("I am here")
    hears(alma, "You give")
    hears(ben, f"{alma.name} gives")
    ben.hand.press("Change over")
    hears(alma, f"{ben.name} gives")
    assert alma.page.locator("[data-tell]").text_content() == f"{ben.name} gives"
    box = alma.page.get_by_role("button", name="Stop", exact=True).bounding_box()
    assert box
    assert box["height"] >= 44
    assert box["width"] >= 300
    began = time.monotonic()
    alma.hand.press("Stop")
    is_after(ben)
    assert time.monotonic() - began < A_WHILE
    is_after(alma)
    assert alma.text == ben.text, "no page says who"
    for word in ("why", "reason"):
        assert word not in alma.text
    answer(alma)
    answer(ben, comfortable=False, obliged=True)
    assert not ben.sees("You felt obliged"), "whoever looks over his shoulder reads it no more than she does"
    ben.hand.unfold("For you alone")
    assert ben.sees("You felt obliged")
    assert not alma.sees("obliged")
    for each in two:
        each.go("/touch/after/")
        assert each.heading == "Touch, step by step"


def test_a_line_that_is_lost_keeps_nobody_in_it(two: Two) -> None:
    alma, ben = two
    begin(alma, ben)
    ben.lose_line()
    ben.page.get_by_text(LOST).wait_for()
    alma.hand.press("Stop")
    is_after(alma)
    ben.find_line()
    is_after(ben)


def test_a_stop_without_a_line_is_a_stop_here_and_arrives(two: Two) -> None:
    alma, ben = two
    begin(alma, ben)
    alma.lose_line()
    alma.page.get_by_role("button", name="Stop", exact=True).click()
    alma.page.get_by_text("It has stopped.").wait_for()
    assert "stone" not in alma.text
    alma.find_line()
    is_after(alma)
    is_after(ben)


def test_who_goes_on_at_once_has_stopped_all_the_same(two: Two) -> None:
    alma, ben = two
    begin(alma, ben)
    # In one breath, before anything can have been sent.
    alma.page.evaluate("""() => {
      document.querySelector('.stop-bar button').click();
      location.assign('/help/');
    }""")
    alma.page.wait_for_url("**/help/")
    is_after(ben)


def test_a_server_that_dies_ends_nothing_and_is_told_afterwards(two: Two, served: Served) -> None:
    alma, ben = two
    where = begin(alma, ben)
    served.kill()
    alma.page.get_by_text(LOST).wait_for()
    served.start()
    hears(alma, "You give")
    alma.page.get_by_text(LOST).wait_for(state="hidden")
    ben.go(where)
    hears(ben, f"{alma.name} gives")
    ben.hand.press("Stop")
    is_after(alma)


def test_without_scripts_it_works_by_looking_again(two: Two, visit: Visit) -> None:
    alma, ben = two
    where = begin(alma, ben)
    page = visit(javascript=False, storage_state=alma.page.context.storage_state()).new_page()
    plain = Somebody(alma.name, page, Plain)
    plain.go(where)
    plain.hand.press("Change over")
    hears(ben, "You give")
    plain.hand.press("Look again")
    plain.hand.press("Stop")
    assert plain.heading == "It has ended"
    is_after(ben)
