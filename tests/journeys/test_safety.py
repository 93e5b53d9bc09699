"""Help without a connection, the questions by every hand, a sheet that names nothing."""

import re
from itertools import count
from typing import TYPE_CHECKING

import pytest

from tests.fixtures.arrivals import Arrivals
from tests.fixtures.browser import Visit
from tests.journeys.hands import HANDS, Thumb
from tests.journeys.somebody import Somebody

if TYPE_CHECKING:
    from playwright.sync_api import Page, Request

pytestmark = pytest.mark.journey
_numbers = count(1)
YES = "Yes, nobody can see this"


def come(visit: Visit, arrivals: Arrivals, hand: type[Thumb] = Thumb, *, javascript: bool = True) -> Somebody:
    somebody = Somebody(f"Alma ground {next(_numbers)}", visit(javascript=javascript).new_page(), hand)
    arrivals.come(somebody)
    return somebody


def kept(page: "Page") -> None:
    """The browser has taken in what it keeps for times without a connection."""
    page.evaluate("navigator.serviceWorker.ready.then(() => true)")
    page.wait_for_function("caches.match('/help/').then((found) => Boolean(found))")


def test_help_comes_without_a_connection_after_one_visit(visit: Visit, arrivals: Arrivals) -> None:
    alma = come(visit, arrivals)
    alma.go("/today/")
    kept(alma.page)
    alma.lose_line()
    alma.go("/help/")
    assert alma.heading == "People you can reach now"
    alma.page.locator("summary", has_text="New Zealand").click()
    shown = alma.page.locator("details[open]").inner_text()
    assert "111" in shown
    assert "0800 044 334" in shown
    assert alma.page.locator("h1").evaluate("one => getComputedStyle(one).fontFamily").startswith('"Literata')
    for line in ("988", "116 016", "1800 737 732", "14416"):
        assert line in alma.page.locator("main").text_content()
    alma.go("/help/?country=DE")
    assert alma.heading == "People you can reach now"


def test_help_on_paper_is_one_country_and_says_nothing_of_its_reader(
    visit: Visit, arrivals: Arrivals
) -> None:
    alma = come(visit, arrivals)
    alma.go("/help/?country=NZ")
    alma.page.emulate_media(media="print")
    printed = alma.page.locator("body").inner_text()
    assert "0800 044 334" in printed
    for other in ("Stepwell", "Leave", "116 016", "Germany", "A plan for hard moments", "Questions", "Mine"):
        assert other not in printed, other


KEPT = """async () => [(await navigator.serviceWorker.getRegistrations()).length,
    (await caches.keys()).length, Object.keys(localStorage).length, document.cookie.length]"""


def test_signed_out_nothing_is_kept_before_the_button_and_then_help_is_there(visit: Visit) -> None:
    page = visit().new_page()
    nobody = Somebody("Nobody", page)
    nobody.go("/help/")
    page.wait_for_load_state("networkidle")
    assert page.evaluate(KEPT) == [0, 0, 0, 0]
    before = nobody.text
    nobody.hand.press("Keep it on this phone")
    page.get_by_role("status").get_by_text("It is kept.").wait_for()
    nobody.go("/help/")
    assert nobody.text == before, "whoever looks at the page cannot tell"
    nobody.lose_line()
    nobody.go("/help/")
    assert nobody.heading == "People you can reach now"
    assert nobody.text == before
    nobody.go("/pause/")
    assert nobody.heading == "Stop, and come back to the room"


def test_what_was_kept_goes_by_its_button_and_by_leaving(visit: Visit) -> None:
    page = visit().new_page()
    nobody = Somebody("Nobody", page)
    for going in ("Take it off", "Leave"):
        nobody.go("/help/")
        nobody.hand.press("Keep it on this phone")
        page.get_by_role("status").get_by_text("It is kept.").wait_for()
        if going == "Leave":
            page.get_by_role("button", name="Leave").click()
            page.wait_for_url("**/blank/")
        else:
            nobody.hand.press(going)
            page.get_by_role("status").get_by_text("Nothing of it is kept").wait_for()
        page.wait_for_function(
            "async () => (await navigator.serviceWorker.getRegistrations()).length"
            " + (await caches.keys()).length === 0"
        )


def test_without_a_connection_the_button_says_that_it_did_not_work(visit: Visit) -> None:
    page = visit().new_page()
    nobody = Somebody("Nobody", page)
    nobody.go("/help/")
    nobody.lose_line()
    nobody.hand.press("Keep it on this phone")
    page.get_by_role("status").get_by_text("That did not work.").wait_for()


def test_help_is_light_and_asks_nobody_else(visit: Visit, arrivals: Arrivals) -> None:
    alma = come(visit, arrivals)
    page = alma.page
    sizes: dict[str, int] = {}

    def weigh(request: "Request") -> None:
        response = request.response()
        if response:
            sizes[request.url] = len(response.body())

    alma.go("/today/")
    page.on("requestfinished", weigh)
    alma.go("/help/")
    page.wait_for_load_state("networkidle")
    origin = page.evaluate("location.origin")
    assert all(url.startswith(origin) for url in sizes)
    fresh = {url: size for url, size in sizes.items() if "/static/" not in url}
    assert 0 < sum(fresh.values()) <= 40_000, fresh


@pytest.mark.parametrize("hand", HANDS)
def test_from_help_to_the_questions_and_back_out(visit: Visit, arrivals: Arrivals, hand: str) -> None:
    alma = come(visit, arrivals, HANDS[hand], javascript=hand != "no script")
    alma.go("/mine/ground/")
    alma.hand.press("Go to the questions")
    assert alma.heading == "Can you answer privately now?"
    alma.hand.press("No, not now")
    assert alma.sees("Nothing was kept.")
    alma.go("/mine/questions/")
    alma.hand.press(YES)
    for question in alma.page.locator("fieldset").all():
        answer_no(alma, question.locator("legend").inner_text())
    alma.hand.press("Keep my answers")
    assert alma.sees("Nothing in them keeps your part of a step for two closed.")
    alma.go("/mine/ground/")
    assert not alma.sees("Nothing in them")


def answer_no(alma: Somebody, question: str) -> None:
    alma.hand.choose("No", within=re.sub(r"\s+", " ", question))


def test_half_written_the_plan_lies_sealed_under_a_name_that_tells_nothing(
    visit: Visit, arrivals: Arrivals
) -> None:
    alma = come(visit, arrivals)
    alma.go("/mine/plan/")
    alma.hand.write("What I can do alone", "Walk to the bridge.")
    alma.page.locator("[data-kept]", has_text="Kept as you write").or_(
        alma.page.locator(".kept", has_text="Kept as you write")
    ).first.wait_for()
    stored = alma.page.evaluate("JSON.stringify(localStorage)")
    assert "bridge" not in stored
    assert not re.search(r"plan|safe|danger", stored.partition(":")[0], re.IGNORECASE)
    alma.hand.press("Keep this plan")
    alma.go("/mine/plan/")
    assert alma.page.get_by_label("What I can do alone").input_value() == "Walk to the bridge."


def test_the_printed_sheet_names_neither_the_place_nor_its_purpose(visit: Visit, arrivals: Arrivals) -> None:
    alma = come(visit, arrivals)
    alma.go("/mine/plan/")
    alma.hand.write("Making the place safe", "The key lies under the pot.")
    alma.hand.press("Keep this plan")
    alma.hand.press("A sheet to print")
    assert alma.page.title() == "Notes"
    alma.page.emulate_media(media="print")
    printed = alma.page.locator("body").inner_text()
    assert "The key lies under the pot." in printed
    for telling in ("Stepwell", "Leave", "Some browsers", "Back", "Help"):
        assert telling not in printed


def test_leaving_from_the_questions_leaves_nothing(visit: Visit, arrivals: Arrivals) -> None:
    alma = come(visit, arrivals)
    alma.go("/mine/questions/all/")
    alma.hand.choose("Yes", within="afraid of your partner")
    alma.page.keyboard.press("Escape")
    alma.page.keyboard.press("Escape")
    alma.page.wait_for_url("**/blank/")
    assert alma.page.evaluate("Object.keys(localStorage).length") == 0
    alma.sign_in()
    alma.go("/mine/questions/all/")
    assert alma.page.locator("input:checked").count() == 0
