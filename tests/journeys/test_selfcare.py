"""What only a browser shows: the pacer and its stillness, the way at three in the morning, by any hand."""

import re
from itertools import count
from typing import TYPE_CHECKING

import pytest

from tests.fixtures.arrivals import Arrivals
from tests.fixtures.browser import Visit
from tests.journeys.hands import HANDS, Keyboard
from tests.journeys.looking import faults
from tests.journeys.somebody import Somebody

if TYPE_CHECKING:
    from playwright.sync_api import Page

pytestmark = pytest.mark.journey
_numbers = count(1)
# The well's own box, in which the water is drawn.
WELL = ".pacer"
MOVING = """() => document.getAnimations().filter((one) =>
    one.playState === "running" && one.effect.target.closest(".paced")).length"""
KEPT = """async () => (await Promise.all((await caches.keys()).map(async (name) =>
    (await (await caches.open(name)).keys()).length))).reduce((one, more) => one + more, 0)"""
ANY = """() => document.getAnimations().filter((one) => one.effect.target.closest(".paced")).length"""


@pytest.fixture
def breath(visit: Visit) -> "Page":
    page = visit(reduced_motion="no-preference").new_page()
    page.goto("/pause/with/out-breath/")
    return page


def drawn(page: "Page") -> bytes:
    return page.locator(WELL).screenshot(animations="allow")


def at(page: "Page", seconds: float) -> list[float]:
    """How full each terrace is, from the rim down, at that moment of one breath."""
    levels: list[float] = page.evaluate(
        """(ms) => {
            document.getAnimations().forEach((one) => { one.pause(); one.currentTime = ms; });
            return [...document.querySelectorAll(".level path")].map((p) => +getComputedStyle(p).opacity);
        }""",
        seconds * 1000,
    )
    return levels


def test_the_pacer_is_still_until_it_is_asked_and_rests_when_it_is_asked_to(breath: "Page") -> None:
    assert breath.evaluate(MOVING) == 0
    still = drawn(breath)
    box = breath.get_by_label("Let the water move with me")
    box.check()
    assert breath.evaluate(MOVING) == 7
    breath.wait_for_timeout(1500)
    assert drawn(breath) != still
    box.uncheck()
    assert breath.evaluate(MOVING) == 0
    paused = drawn(breath)
    breath.wait_for_timeout(600)
    assert drawn(breath) == paused


def test_the_water_rises_for_four_and_sinks_for_six_terrace_by_terrace(breath: "Page") -> None:
    breath.get_by_label("Let the water move with me").check()
    assert at(breath, 0) == [0, 0, 0, 0, 0]
    assert at(breath, 4) == [1, 1, 1, 1, 1]
    assert at(breath, 5.2) == [0, 1, 1, 1, 1]
    assert at(breath, 7.6) == [0, 0, 0, 1, 1]
    assert at(breath, 9.999) == pytest.approx([0, 0, 0, 0, 0], abs=0.01)
    filling = [sum(at(breath, tenth / 10)) for tenth in range(101)]
    assert filling[:41] == sorted(filling[:41])
    assert filling[41:] == sorted(filling[41:], reverse=True)


def test_where_motion_is_not_wanted_nothing_moves_and_the_words_count(visit: Visit) -> None:
    page = visit(reduced_motion="reduce").new_page()
    for path in ("/pause/with/out-breath/", "/pause/"):
        page.goto(path)
        assert page.evaluate(ANY) == 0
        assert not page.get_by_label("Let the water move with me").is_visible()
        assert page.get_by_text("one, two, three, four, five, six").is_visible()
        page.evaluate("document.querySelector('.pace').checked = true")
        still = drawn(page)
        page.wait_for_timeout(600)
        assert page.evaluate(ANY) == 0
        assert drawn(page) == still


@pytest.fixture(params=HANDS)
def esi(request: pytest.FixtureRequest, visit: Visit) -> Somebody:
    page = visit(javascript=request.param != "no script").new_page()
    return Somebody(f"Esi {request.param} {next(_numbers)}", page, HANDS[request.param])


def test_an_hour_alone_by_any_hand(arrivals: Arrivals, esi: Somebody) -> None:
    """Signed out there is help; signed in one may keep some of it, and only by pressing keep."""
    esi.go("/pause/")
    assert esi.heading == "Stop, and come back to the room"
    _link(esi, "Far away")
    assert esi.sees("looking around and moving")
    _link(esi, "Shake it out")
    assert not esi.sees("A note for yourself")

    arrivals.come(esi)
    esi.go("/pause/now/over/")
    esi.hand.choose("8", within="How much is it?")
    esi.hand.press("Keep how it is now")
    assert esi.sees("Kept, for you alone.")
    _link(esi, "Cold water")
    esi.hand.choose("A little")
    esi.hand.write("A note for yourself", "My hands came back first.")
    esi.hand.press("Keep this for me")
    assert esi.sees("Kept, for you alone.")
    esi.go("/pause/kept/")
    assert esi.sees("My hands came back first.")
    assert esi.sees("8 / 10")


def test_numbers_of_a_day_by_any_hand(arrivals: Arrivals, esi: Somebody) -> None:
    arrivals.come(esi)
    esi.go("/signs/")
    esi.hand.write("Something else, in your own words", "the lift at work")
    esi.hand.press("Follow these")
    esi.hand.press("Write today's numbers")
    esi.hand.choose("6", within="the lift at work")
    esi.hand.press("Keep these numbers")
    assert esi.sees("Kept, for you alone.")
    esi.hand.press("Over the weeks")
    assert esi.heading == "the lift at work"
    assert esi.page.locator("tbody td").all_inner_texts() == ["6"]


def _link(who: Somebody, words: str) -> None:
    """A link whose name goes on after these words."""
    link = who.page.get_by_role("link", name=re.compile(rf"^{words}")).first
    if isinstance(who.hand, Keyboard):
        who.hand._reach(link)
        with who.page.expect_event("domcontentloaded"):
            who.page.keyboard.press("Enter")
    else:
        link.click()
    who.page.wait_for_load_state()


def test_a_note_survives_a_dead_battery(visit: Visit, arrivals: Arrivals) -> None:
    from playwright.sync_api import expect

    page = visit().new_page()
    esi = Somebody(f"Esi battery {next(_numbers)}", page)
    arrivals.come(esi)
    esi.go("/pause/with/walking/")
    esi.hand.write("A note for yourself", "As far as the lime tree.")
    page.locator("[data-kept]", has_text="Last kept at").wait_for()
    page.close()
    esi.page = esi.hand.page = page.context.new_page()
    esi.go("/pause/with/walking/")
    note = esi.page.get_by_label("A note for yourself")
    expect(note).to_have_value("As far as the lime tree.")
    esi.hand.press("Keep this for me")
    esi.go("/pause/with/walking/")
    assert note.input_value() == ""


def test_grounding_is_there_without_a_connection(visit: Visit, arrivals: Arrivals) -> None:
    context = visit(reduced_motion="no-preference")
    page = context.new_page()
    esi = Somebody(f"Esi offline {next(_numbers)}", page)
    arrivals.come(esi)
    esi.go("/today/")
    page.evaluate("navigator.serviceWorker.ready.then(() => true)")
    # The worker answers as soon as it stands; what it keeps is whole by then.
    assert page.evaluate(KEPT) > 10
    esi.lose_line()
    for path in ("/pause/", "/pause/now/numb/", "/pause/with/looking-around/", "/pause/with/out-breath/"):
        esi.go(path)
        assert esi.heading
        assert not esi.sees("no connection")
        assert esi.name not in esi.text
    page.get_by_label("Let the water move with me").check()
    assert page.evaluate(MOVING) == 7


def test_our_pages_stand_up_to_a_look(visit: Visit, arrivals: Arrivals) -> None:
    page = visit().new_page()
    esi = Somebody(f"Esi axe {next(_numbers)}", page)
    wrong = [fault for path in ("/pause/", "/pause/with/five-things/") for fault in looked_at(page, path)]
    arrivals.come(esi)
    esi.go("/signs/")
    page.get_by_role("checkbox", name="Anger").check()
    esi.hand.press("Follow these")
    esi.hand.press("Write today's numbers")
    day = page.url
    page.get_by_role("radio", name="4", exact=True).check()
    esi.hand.press("Keep these numbers")
    ours = ["/pause/", "/pause/now/over/", "/pause/now/numb/", "/pause/with/out-breath/", "/pause/kept/"]
    ours += ["/signs/", "/signs/words/", "/signs/forget/?sign=anger", "/signs/weeks/", day]
    wrong += [fault for path in ours for fault in looked_at(page, path)]
    assert not wrong, "\n".join(wrong)


def looked_at(page: "Page", path: str) -> list[str]:
    page.goto(path)
    return faults(page, path)
