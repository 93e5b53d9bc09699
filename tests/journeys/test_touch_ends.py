"""However a quiet time of two ends, both open pages come to the same page, and no byte of it says how."""

import re
from collections.abc import Callable

import pytest

from tests.fixtures.arrivals import Arrivals
from tests.fixtures.browser import Visit
from tests.fixtures.clock import served_later
from tests.fixtures.server import Served
from tests.journeys.at_once import follows_at_once
from tests.journeys.somebody import Somebody, Two, come_cleared
from tests.journeys.touching import begin, is_after

pytestmark = pytest.mark.journey
AFTER, LIST = "/touch/after/", "/touch/"
MINUTES = 10 * 60
LAST_SECONDS = 25
# What a page is drawn with by lot, each time anew.
LOT = re.compile(r'(name="csrfmiddlewaretoken" value="|name="form_id"[^>]* value="|data-draft-key=")[^"]*')


@pytest.fixture(scope="module")
def couple(stay: Visit, arrivals: Arrivals) -> Two:
    """One couple for all stories: each begins with nothing agreed and nothing asked."""
    return come_cleared(stay, arrivals, "ends")


@pytest.fixture
def two(couple: Two) -> Two:
    couple[0].go(LIST)
    for words in ("Not any more", "Stop", "Take it back"):
        if couple[0].page.get_by_role("button", name=words, exact=True).count():
            couple[0].hand.press(words)
    return couple


def drawn(somebody: Somebody, path: str) -> str:
    """As the server sends it to this browser, but for what is drawn by lot."""
    answer = somebody.page.context.request.get(path)
    assert answer.status == 200, path
    assert answer.url.endswith(path), "it led nowhere else"
    return LOT.sub(r"\1", answer.text())


def seen_by(two: Two) -> list[list[str]]:
    """The page to which each was led, and the one after it. Then the two questions are left."""
    for each in two:
        is_after(each)
        assert each.page.url.endswith(AFTER)
        assert "stone" not in each.text, "nothing of what was agreed stays on the screen"
    pages = [[drawn(each, path) for path in (AFTER, LIST)] for each in two]
    assert pages[0][0] == pages[1][0], "the same for both"
    for each in two:
        each.hand.press("Leave them")
    return pages


def emptied(somebody: Somebody) -> Callable[[], object]:
    """Waits until the open page of this person has emptied itself."""
    return lambda: somebody.page.get_by_text("stone", exact=True).wait_for(state="hidden")


def _in_its_last_seconds(somebody: Somebody) -> None:
    """The open page has come to the later time by itself, and shows that little is left."""
    for _try in range(100):
        if somebody.page.evaluate("document.querySelector('[data-bar]')?.value ?? Infinity") <= LAST_SECONDS:
            return
        somebody.page.wait_for_timeout(100)
    raise AssertionError(somebody.text)


def answer_safety(somebody: Somebody, *, afraid: bool) -> None:
    somebody.go("/mine/questions/all/")
    for group in somebody.page.locator("fieldset").all():
        group.get_by_role("radio", name="Yes" if afraid else "No", exact=True).check()
    somebody.hand.tap(somebody.page.locator("main form button.button").first)


@pytest.fixture
def usual(two: Two) -> list[list[str]]:
    """What each is shown after an ordinary stop."""
    begin(*two)
    two[0].hand.press("Stop")
    return seen_by(two)


def test_its_own_time_ends_it_on_both_open_pages(two: Two, usual: list[list[str]], served: Served) -> None:
    begin(*two)
    with served_later(served, seconds=MINUTES - LAST_SECONDS):
        for each in two:
            _in_its_last_seconds(each)
        for each in two:
            is_after(each, within=2 * LAST_SECONDS)
        assert seen_by(two) == usual


def test_a_gate_that_closes_ends_it_like_any_stop(two: Two, usual: list[list[str]]) -> None:
    """He answers in another tab that he is afraid; neither page says that it was anything of the kind."""
    alma, ben = two
    begin(alma, ben)
    other_tab = Somebody(ben.name, ben.page.context.new_page())
    answer_safety(other_tab, afraid=True)
    assert seen_by(two) == usual
    answer_safety(other_tab, afraid=False)
    other_tab.page.close()


def test_a_pause_ends_it_at_once(two: Two, usual: list[list[str]]) -> None:
    alma, ben = two
    begin(alma, ben)
    other_tab = Somebody(alma.name, alma.page.context.new_page())
    follows_at_once(other_tab.page, "/together/space/", "Pause the space", emptied(ben))
    for each in two:
        is_after(each)
    assert drawn(alma, AFTER) == drawn(ben, AFTER) == usual[0][0]
    for each in two:
        each.hand.press("Leave them")
        each.go("/together/space/")
        each.hand.press("I am ready to go on")
    other_tab.page.close()


def test_who_leaves_ends_it_at_once_and_the_other_is_not_told_how(two: Two, usual: list[list[str]]) -> None:
    """The last story of this couple."""
    alma, ben = two
    where = begin(alma, ben)
    live = ben.page.locator("body").get_attribute("data-live") or ""
    other_tab = alma.page.context.new_page()
    follows_at_once(other_tab, "/together/space/leave/", "Leave the space", emptied(ben))
    for each in two:
        is_after(each)
        assert "stone" not in each.text
    assert drawn(alma, AFTER) == drawn(ben, AFTER) == usual[0][0]
    assert ben.page.context.request.get(live).status == 404
    ben.hand.press("Leave them")
    assert ben.page.context.request.get(where).status == 404
