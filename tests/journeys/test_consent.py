"""Two people, each in a browser of their own: asked, narrowed, standing on both, gone by a tap of either."""

import pytest

from tests.fixtures.arrivals import Arrivals
from tests.fixtures.browser import Visit
from tests.fixtures.server import Served
from tests.journeys.hands import Plain
from tests.journeys.somebody import Somebody, Two, come_cleared
from tests.journeys.this_time import BOTH, PAGE, agree, ask, is_gone, reads

pytestmark = pytest.mark.journey
HUG = "A long hug when you come in"
LOST = "There is no line just now."
SEEN = 200  # milliseconds from the tap until it is gone from the other's page
# Puts down in the page, by the machine's own clock, when these words go from it.
WATCH = """words => {
  const there = () => document.body.innerText.includes(words);
  window.goneAt = 0;
  new MutationObserver(() => { if (!there()) window.goneAt ||= Date.now(); })
    .observe(document.body, { childList: true, subtree: true });
}"""
PRESSED = (
    """() => document.addEventListener('submit', () => sessionStorage.setItem('at', Date.now()), true)"""
)


@pytest.fixture(scope="module")
def couple(stay: Visit, arrivals: Arrivals) -> Two:
    """One couple for all stories: each begins with nothing asked."""
    return come_cleared(stay, arrivals, "for now")


@pytest.fixture
def two(couple: Two) -> Two:
    for each in couple:
        each.find_line()
        each.go(PAGE)
        for words in ("Not any more", "Take it back"):
            if each.page.get_by_role("button", name=words, exact=True).count():
                each.hand.press(words)
                each.go(PAGE)
    return couple


def test_asked_narrowed_and_standing_on_both_until_one_tap(two: Two) -> None:
    alma, ben = two
    alma.go("/together/")
    alma.hand.press("Drawing near")
    alma.hand.press("For this time")
    assert alma.sees("A yes here proves nothing and binds nobody.")
    before = ben.text
    ask(alma)
    reads(ben, HUG)
    assert alma.sees(HUG)
    agree(ben, "My hair")
    reads(alma, BOTH)
    for each in two:
        terms = each.page.locator("dl.facts").inner_text()
        assert "My hair" in terms
        assert "Talking" in terms
    assert alma.page.locator("[data-tell]").text_content() == BOTH
    box = alma.page.get_by_role("button", name="Not any more").bounding_box()
    assert box
    assert box["height"] >= 44
    assert box["width"] >= 300
    ben.hand.press("Not any more")
    is_gone(alma, HUG)
    reads(ben, "If you would like to")
    assert alma.page.locator("[data-tell]").text_content() == "Nothing stands here now."
    assert ben.page.evaluate("document.activeElement.parentElement.tagName") == "H1"
    assert alma.text.replace(ben.name, alma.name) == ben.text, "no page says who"
    ben.go(PAGE)
    assert ben.text == before, "and none that it was"
    for word in ("why", "reason", "taken"):
        assert word not in alma.text.replace("it can be taken back", "")


def test_taken_back_it_is_gone_from_the_other_page_at_once(two: Two) -> None:
    alma, ben = two
    found = []
    for _time in range(5):
        ask(alma)
        agree(ben)
        reads(alma, BOTH)
        ben.page.evaluate(WATCH, HUG)
        alma.page.evaluate(PRESSED)
        alma.hand.press("Not any more")
        is_gone(ben, HUG)
        at = int(alma.page.evaluate("() => sessionStorage.getItem('at')"))
        found.append(int(ben.page.evaluate("() => window.goneAt")) - at)
    assert min(found) >= 0
    assert sorted(found)[2] <= SEEN, found


def test_who_goes_on_at_once_has_taken_it_back_all_the_same(two: Two) -> None:
    alma, ben = two
    ask(alma)
    agree(ben)
    reads(alma, BOTH)
    # In one breath, before anything can have been sent.
    alma.page.evaluate("""() => {
      document.querySelector('.stop-bar button').click();
      location.assign('/help/');
    }""")
    alma.page.wait_for_url("**/help/")
    is_gone(ben, HUG)


def test_without_a_line_a_tap_is_seen_here_and_arrives(two: Two) -> None:
    alma, ben = two
    ask(alma)
    agree(ben)
    reads(alma, BOTH)
    alma.lose_line()
    alma.page.get_by_role("button", name="Not any more").click()
    reads(alma, "It is over.")
    assert HUG not in alma.text
    reads(alma, LOST)
    assert ben.sees(HUG)
    alma.find_line()
    is_gone(ben, HUG)
    reads(alma, "If you would like to")


def test_without_a_line_it_goes_at_its_hour(two: Two) -> None:
    alma, ben = two
    ask(alma)
    agree(ben)
    ben.page.clock.install()
    ben.go(PAGE)
    reads(ben, HUG)
    ben.lose_line()
    reads(ben, LOST)  # no answer is on its way any more that would count the hours from the later clock
    ben.page.clock.fast_forward("02:58:00")
    assert ben.sees(HUG)
    ben.page.clock.fast_forward("00:03:00")
    is_gone(ben, HUG)
    ben.find_line()
    alma.hand.press("Not any more")
    reads(alma, "If you would like to")


def test_a_server_that_dies_ends_nothing_and_is_told_afterwards(two: Two, served: Served) -> None:
    alma, ben = two
    ask(alma)
    agree(ben)
    reads(alma, BOTH)
    served.kill()
    reads(alma, LOST)
    assert alma.sees(HUG)
    served.start()
    alma.page.get_by_text(LOST).wait_for(state="hidden")
    assert alma.sees(HUG)
    ben.go(PAGE)
    ben.hand.press("Not any more")
    is_gone(alma, HUG)


def test_without_scripts_it_works_by_looking_again(two: Two, visit: Visit) -> None:
    alma, ben = two
    ask(alma)
    page = visit(javascript=False, storage_state=ben.page.context.storage_state()).new_page()
    plain = Somebody(ben.name, page, Plain)
    plain.go(PAGE)
    plain.hand.press("Answer, if you like")
    plain.hand.write("What stays out for me", "My hair")
    plain.hand.press("Yes, for this time")
    assert plain.sees(BOTH)
    plain.hand.press("Look again")
    reads(alma, BOTH)
    plain.hand.press("Not any more")
    assert not plain.sees(BOTH)
    is_gone(alma, HUG)


def test_left_it_stays_as_it_was(two: Two) -> None:
    alma, ben = two
    ask(alma)
    before = alma.page.content()
    ben.go(PAGE)
    ben.hand.press("Answer, if you like")
    ben.hand.write("What stays out for me", "My hair")
    ben.hand.press("Leave it")
    alma.page.wait_for_timeout(300)
    assert alma.page.content() == before


def test_a_pause_takes_it_from_both_open_pages(two: Two) -> None:
    alma, ben = two
    ask(alma)
    agree(ben)
    reads(alma, BOTH)
    ben.go("/together/space/")
    ben.hand.press("Pause the space")
    reads(alma, "The space for two rests.")
    assert HUG not in alma.text
    alma.page.get_by_role("button", name="Not any more").wait_for(state="detached")
