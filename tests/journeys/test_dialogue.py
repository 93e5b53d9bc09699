"""Two people on two devices: a whole talk, lines that are lost, a server that dies, a time-out."""

import time
from collections.abc import Callable
from itertools import count
from typing import TYPE_CHECKING

import pytest

from tests.fixtures.arrivals import Arrivals
from tests.fixtures.browser import Visit
from tests.fixtures.clock import served_later
from tests.fixtures.server import Served
from tests.journeys.at_once import follows_at_once
from tests.journeys.hands import Plain
from tests.journeys.somebody import Somebody, Two, come_cleared
from tests.journeys.talking import (
    BACK,
    SAID,
    TOPIC,
    enter,
    give_back,
    heading,
    hears,
    say,
    stop,
    waits,
)

if TYPE_CHECKING:
    from playwright.sync_api import Route

pytestmark = pytest.mark.journey
_numbers = count(1)
LOST = "There is no line to the room just now."
A_WHILE = 8.0  # in a browser, on a busy machine
RETURNS = 5.0  # the longest wait between two tries, and as much again for a server that has just begun
MIRRORED = "שלום, חיכיתי לך 👩‍👩‍👧."
BLOW = "You always lie to me."


@pytest.fixture(scope="module")
def couple(stay: Visit, arrivals: Arrivals) -> Two:
    """One couple for all stories that leave them one: each begins with no talk open."""
    return come_cleared(stay, arrivals, "talks")


@pytest.fixture
def two(couple: Two) -> Two:
    for each in couple:
        each.go("/dialogue/")
    if couple[0].page.get_by_role("link", name="Go into the room").count():
        couple[0].go("/together/space/")
        couple[0].hand.press("Pause the space")
        for each in couple:
            each.go("/together/space/")
            each.hand.press("I am ready to go on")
    return couple


def told(somebody: Somebody) -> str:
    """What a screen reader is told by the open page."""
    return somebody.page.locator("[data-tell]").text_content() or ""


def test_a_whole_talk(two: Two) -> None:
    alma, ben = two
    enter(alma, ben)
    hears(ben, f"{alma.name} speaks, and you listen")
    region = ben.page.locator("[data-tell]")
    assert region.get_attribute("aria-live") == "polite"
    say(alma)
    hears(ben, "Give back what you heard")
    assert told(ben) == "Give back what you heard"
    assert ben.sees(SAID)
    assert ben.sees("You are both here.")
    give_back(ben)
    hears(alma, "Is that it?")
    assert told(alma) == "Is that it?"
    assert alma.sees(BACK)
    alma.hand.press("Yes, that is it")
    alma.hand.press("I feel heard")
    alma.hand.press("Change roles")
    hears(ben, "Say what it is like for you")
    say(ben, "I was ashamed, and I hid it.")
    hears(alma, "Give back what you heard")
    give_back(alma, "You were ashamed.")
    hears(ben, "Is that it?")
    ben.hand.press("Yes, that is it")
    ben.hand.press("I feel heard")
    waits(alma, "You both feel heard.")
    ben.hand.press("Look at what now")
    hears(alma, "What now")
    alma.page.locator("textarea[name=text]").fill("I say it at once.")
    ben.page.locator("textarea[name=text]").fill("I leave it in the hall.")
    ben.hand.press("Put it here for both")
    waits(alma, "I leave it in the hall.")
    assert alma.page.locator("textarea[name=text]").input_value() == "I say it at once."
    alma.hand.press("Put it here for both")
    alma.hand.tap(alma.page.get_by_role("button", name="End here").first)
    hears(ben, "Before you go")
    for each in two:
        each.hand.write("One thing you take away", "That we both stayed.")
        each.hand.press("End it")
    for each in two:
        each.go("/dialogue/")
        assert each.sees("That we both stayed.")
        assert not each.sees(TOPIC)


def test_any_words_come_through_whole(two: Two) -> None:
    """Too many, none, broken ones, from right to left, and pictures of faces; looked at in their place."""
    alma, ben = two
    room = enter(alma, ben)
    field = alma.page.locator("textarea[name=text]")
    with alma.page.expect_navigation():
        say(alma, "")
    assert alma.sees("There is nothing here yet.")
    field.evaluate("(field, many) => { field.value = many }", "I wait at the window. " * 4546)
    began = time.monotonic()
    with alma.page.expect_navigation():
        alma.hand.press("Say it")
    assert time.monotonic() - began < A_WHILE
    assert len(field.input_value()) >= 100_000 - 10, "all of it is still there"
    with alma.page.expect_navigation():
        say(alma, f"{MIRRORED} {BLOW} " + "I waited for you at the window. " * 12)
    rest = alma.page.locator("textarea[name=rest]")
    assert (
        f"{field.input_value()} {rest.input_value()}"
        == f"{MIRRORED} {BLOW} " + ("I waited for you at the window. " * 12).strip()
    )
    assert field.evaluate("field => getComputedStyle(field).direction") == "rtl"
    alma.hand.press("Look at the words")
    alma.page.locator("[data-looked]").wait_for()
    assert alma.page.url.startswith(room), "the room stays open"
    assert alma.page.locator(".marked mark").first.evaluate("mark => mark.firstChild.textContent") in BLOW
    field.evaluate("field => { field.value = field.value.replace('You', 'You\\ud800') }")
    alma.hand.press("Say it")
    hears(ben, "Give back what you heard")
    line = ben.page.locator(".said p").first
    assert MIRRORED in line.inner_text()
    assert "You\ufffd always lie" in line.inner_text(), (
        "what no letter is shows as such, and nothing else goes"
    )
    ends = """p => {
        const first = document.createRange(), box = p.getBoundingClientRect();
        first.setStart(p.firstChild, 0);
        first.setEnd(p.firstChild, 1);
        return first.getBoundingClientRect().left > box.left + box.width / 2;
    }"""
    assert line.evaluate(ends), "it begins on the right"


def test_both_press_at_once_and_there_is_one_floor(two: Two) -> None:
    """The same page open twice in one hand, and a hand of each at the same moment."""
    alma, ben = two
    room = enter(alma, ben)
    twin = Somebody(alma.name, alma.page.context.new_page())
    twin.go(room)
    for each, words in ((alma, "The first."), (twin, "The second.")):
        each.page.locator("textarea[name=text]").fill(words)
    for each in (alma, twin):
        each.page.locator("main form[data-draft] .actions button.button").first.evaluate(
            "button => setTimeout(() => button.click(), 300)"
        )
    hears(ben, "Give back what you heard")
    alma.page.wait_for_timeout(1200)
    said = ben.page.locator("blockquote.said").inner_text()
    assert said in {"The first.", "The second."}
    kept = {one.page.locator("main").inner_text() for one in (alma, twin)}
    other = {"The first.", "The second."} - {said}
    assert any(other.copy().pop() in page and "Nothing was sent" in page for page in kept), "no word is lost"
    ben.go(room)
    assert len(ben.page.locator("blockquote.said").all()) == 1


def _speak(alma: Somebody, ben: Somebody) -> Somebody:
    return alma


def _back(alma: Somebody, ben: Somebody) -> Somebody:
    say(alma)
    hears(ben, "Give back what you heard")
    return ben


def _confirm(alma: Somebody, ben: Somebody) -> Somebody:
    give_back(ben)
    hears(alma, "Is that it?")
    return alma


def _next(alma: Somebody, ben: Somebody) -> Somebody:
    alma.hand.press("Yes, that is it")
    hears(alma, "Speak on, or change roles")
    return alma


def test_a_line_that_is_lost_on_either_side_in_any_step_loses_nothing(two: Two) -> None:
    alma, ben = two
    enter(alma, ben)
    steps: list[Callable[[Somebody, Somebody], Somebody]] = [_speak, _back, _confirm, _next]
    for step in steps:
        acting = step(alma, ben)
        waiting = ben if acting is alma else alma
        # Who waits loses the line, and something happens meanwhile: a short word, and the room is there.
        waiting.lose_line()
        acting.hand.unfold("A short word to the other")
        acting.hand.press("Let me try again" if step in {_speak, _confirm} else "I need comfort")
        waiting.find_line()
        waits(waiting, "Let me try again”" if step in {_speak, _confirm} else "I need comfort”")
        # Who acts loses it: the page says so, what stands in the field stays, and the line comes back.
        field = acting.page.locator("textarea[name=text]")
        if field.count():
            field.fill("Half a sentence")
        acting.lose_line()
        acting.page.get_by_text(LOST).wait_for()
        acting.find_line()
        acting.page.get_by_text(LOST).wait_for(state="hidden")
        if field.count():
            assert field.input_value() == "Half a sentence"


def test_what_is_sent_while_the_line_is_lost_arrives_once(two: Two) -> None:
    """Once on a line that is not there, and once where only the answer is lost."""
    alma, ben = two
    room = enter(alma, ben)
    alma.page.locator("textarea[name=text]").fill("It was loud.")
    alma.lose_line()
    alma.hand.press("Say it")
    alma.page.get_by_text(LOST).wait_for()
    assert not alma.page.locator("textarea[name=text]").is_editable()
    alma.find_line()
    hears(ben, "Give back what you heard")
    alma.page.get_by_text(LOST).wait_for(state="hidden")
    tries: list[int] = []

    def lose_the_first_answer(route: "Route") -> None:
        tries.append(route.fetch().status)
        if len(tries) == 1:
            route.abort()
        else:
            route.continue_()

    ben.page.route("**/say/", lose_the_first_answer)
    give_back(ben)
    hears(alma, "Is that it?")
    heading(ben).filter(has_text="looks whether that is it").wait_for()
    ben.page.unroute("**/say/")
    assert tries == [200, 200]
    assert not ben.page.locator("p[data-stays]").count()
    alma.hand.press("Yes, that is it")
    alma.hand.press("Speak on")
    assert alma.page.locator("textarea[name=text]").input_value() == "", "what was sent does not come back"
    ben.go(room)
    assert (ben.page.locator("main").text_content() or "").count(BACK) == 1


def test_words_in_hand_stay_when_the_other_stops(two: Two) -> None:
    alma, ben = two
    room = enter(alma, ben)
    say(alma)
    hears(ben, "Give back what you heard")
    ben.page.locator("textarea[name=text]").fill("You were frightened, and")
    stop(alma)
    hears(ben, "A time-out")
    waits(ben, "What you wrote stays here and was not sent.")
    assert ben.page.locator("textarea[name=text]").input_value() == "You were frightened, and"
    ben.hand.press("Give it back")
    assert ben.sees("You were frightened, and")
    assert ben.sees("Nothing was sent")
    alma.go(room)
    assert not alma.sees("You were frightened, and")


def test_who_stops_with_words_in_hand_sees_the_time_out_and_finds_them_again(
    two: Two, served: Served
) -> None:
    alma, ben = two
    enter(alma, ben)
    alma.page.locator("textarea[name=text]").fill("Half of what I wanted to")
    alma.hand.unfold("A short word to the other")
    alma.hand.press("Slow down, please")
    waits(ben, "Slow down, please")
    assert alma.page.locator("textarea[name=text]").input_value() == "Half of what I wanted to"
    stop(alma)
    hears(alma, "A time-out")
    assert alma.page.get_by_role("button", name="Name this time").is_visible(), (
        "it is the time-out that is shown"
    )
    with served_later(served, minutes=25):
        alma.page.reload()
        alma.hand.press("Open the room again")
        hears(ben, "Are you both here?")
        ben.hand.press("I am here")
        hears(alma, "Say what it is like for you")
        alma.page.locator(".returned").wait_for()
        assert alma.page.locator("textarea[name=text]").input_value() == "Half of what I wanted to"


def test_without_a_script_it_works_by_looking_again(two: Two, visit: Visit) -> None:
    states = [each.page.context.storage_state() for each in two]
    pages = [visit(javascript=False, storage_state=state).new_page() for state in states]
    alma, ben = (Somebody(each.name, page, Plain) for each, page in zip(two, pages, strict=True))
    alma.go("/dialogue/ask/")
    alma.hand.write("What you would like to talk about", TOPIC)
    alma.hand.press("Ask for it")
    ben.go("/dialogue/")
    ben.hand.press("Yes, I would like to")
    room = ben.page.url
    ben.hand.press("I am here")
    alma.go(room)
    alma.hand.press("I am here")
    say(alma)
    ben.hand.press("Look again")
    give_back(ben)
    alma.hand.press("Look again")
    alma.hand.press("Yes, that is it")
    assert heading(alma).inner_text().replace("\n", " ") == "Speak on, or change roles"


def test_a_server_that_is_killed_mid_turn_loses_nothing_and_a_time_out_runs_by_its_clock(
    two: Two, served: Served
) -> None:
    alma, ben = two
    enter(alma, ben)
    say(alma)
    hears(ben, "Give back what you heard")
    ben.page.locator("textarea[name=text]").fill("You were frightened")
    served.kill()
    ben.page.get_by_text(LOST).wait_for()
    served.start()
    began = time.monotonic()
    ben.page.get_by_text(LOST).wait_for(state="hidden")
    assert time.monotonic() - began < RETURNS
    assert ben.page.locator("textarea[name=text]").input_value() == "You were frightened"
    give_back(ben, "You were frightened.")
    hears(alma, "Is that it?")
    stop(alma)
    hears(ben, "A time-out")
    with served_later(served, minutes=25):
        alma.page.reload()
        alma.hand.press("Open the room again")
        hears(ben, "Are you both here?")
        ben.hand.press("I am here")
        hears(alma, "Is that it?")
        assert alma.sees("You were frightened.")


def test_a_third_person_finds_nothing_and_who_leaves_is_cut_off_at_once(two: Two, visit: Visit) -> None:
    alma, ben = two
    room = enter(alma, ben)
    live = ben.page.locator("body").get_attribute("data-live") or ""
    chidi = Somebody(f"Chidi talks {next(_numbers)}", visit().new_page())
    chidi.sign_up()
    for url in (room, live):
        answer = chidi.page.context.request.get(url)
        assert answer.status == 404
        assert TOPIC not in answer.text()
    say(alma, "Something that stays here.")
    hears(ben, "Give back what you heard")
    second = alma.page.context.new_page()
    gone = ben.page.get_by_role("heading", name="There is no such talk")
    follows_at_once(second, "/together/space/leave/", "Leave the space", gone.wait_for)
    assert not ben.sees("Something that stays here.")
    assert ben.page.context.request.get(live).status == 404
