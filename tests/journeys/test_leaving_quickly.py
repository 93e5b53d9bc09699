"""Somebody comes into the room. One press, and nothing is left to see; the words are there again later."""

from itertools import count
from typing import TYPE_CHECKING

import pytest

from tests.fixtures.arrivals import Arrivals
from tests.fixtures.browser import Visit
from tests.journeys.somebody import Somebody

if TYPE_CHECKING:
    from playwright.sync_api import Page

pytestmark = pytest.mark.journey
HALF = "I was going to say that"
_numbers = count(1)


@pytest.fixture
def alma(visit: Visit, arrivals: Arrivals) -> Somebody:
    somebody = Somebody(f"Alma leaving {next(_numbers)}", visit().new_page())
    arrivals.come(somebody)
    somebody.go("/today/")
    return somebody


def gone(page: "Page") -> None:
    """Nothing of the program is to be seen, in the page, its title or its cookies, nor one step back."""
    page.wait_for_url("**/blank/")
    assert page.locator("body").inner_text().strip() == ""
    gone_too = ("__Host-s", "__Host-known", "__Host-left")
    assert not [cookie for cookie in page.context.cookies() if cookie["name"] in gone_too]
    page.go_back()
    page.wait_for_load_state()
    assert HALF not in page.content()
    assert page.get_by_role("navigation").count() == 0


@pytest.mark.parametrize("way", ["button", "escape twice"])
def test_leaving_empties_the_page_and_keeps_the_words(alma: Somebody, way: str) -> None:
    alma.go("/check-ins/new/")
    alma.hand.write("One thing you intend", HALF)
    if way == "button":
        alma.page.locator("button.leave").click()
    else:
        alma.page.keyboard.press("Escape")
        alma.page.keyboard.press("Escape")
    gone(alma.page)
    assert alma.page.evaluate("Object.keys(localStorage).length") == 0
    alma.sign_in()
    alma.go("/check-ins/new/")
    assert alma.sees("Your words are back.")
    assert alma.page.get_by_label("One thing you intend").input_value() == HALF


@pytest.mark.parametrize("worker", ["allow", "block"])
def test_who_leaves_without_a_connection_is_gone_when_it_is_back(
    visit: Visit, arrivals: Arrivals, worker: str
) -> None:
    alma = Somebody(f"Alma leaving {next(_numbers)}", visit(service_workers=worker).new_page())
    arrivals.come(alma)
    alma.go("/check-ins/new/")
    alma.hand.write("One thing you intend", HALF)
    alma.lose_line()
    alma.page.locator("button.leave").click()
    alma.page.wait_for_timeout(700)
    assert HALF not in alma.page.content()
    alma.find_line()
    later = Somebody(alma.name, alma.page.context.new_page())
    later.go("/today/")
    assert later.heading == "Sign in"
    names = [cookie["name"] for cookie in alma.page.context.cookies()]
    assert "__Host-s" not in names
    assert "__Host-left" not in names
    later.sign_in()
    later.go("/check-ins/new/")
    later.page.get_by_text("Your words from").wait_for()
    assert later.page.get_by_label("One thing you intend").input_value() == HALF


def test_one_escape_is_no_leaving(alma: Somebody) -> None:
    alma.page.keyboard.press("Escape")
    alma.page.wait_for_timeout(1100)
    alma.page.keyboard.press("Escape")
    alma.page.wait_for_timeout(300)
    assert alma.heading.startswith("Today")


def test_leaving_works_without_scripts(visit: Visit, arrivals: Arrivals) -> None:
    alma = Somebody(f"Alma leaving {next(_numbers)}", visit(javascript=False).new_page())
    arrivals.come(alma)
    alma.go("/today/")
    alma.page.locator("button.leave").click()
    gone(alma.page)
    alma.go("/today/")
    assert alma.heading == "Sign in"


def test_a_closed_tab_loses_no_word(alma: Somebody) -> None:
    alma.go("/check-ins/new/")
    alma.hand.choose("3", within="How safe do you feel")
    alma.hand.write("One thing you intend", HALF)
    alma.page.locator("[data-kept]", has_text="Kept as you write").wait_for()
    kept = alma.page.evaluate("JSON.stringify(localStorage)")
    assert HALF not in kept
    context = alma.page.context
    alma.page.close()
    again = Somebody(alma.name, context.new_page())
    again.go("/check-ins/new/")
    again.page.get_by_text("Your words from").wait_for()
    assert again.page.get_by_label("One thing you intend").input_value() == HALF
    assert again.page.locator("#id_safety_3").is_checked()
    again.hand.press("Keep this check-in")
    again.go("/check-ins/new/")
    again.page.wait_for_timeout(300)
    assert again.page.get_by_label("One thing you intend").input_value() == ""


def test_what_one_left_half_written_the_other_never_sees(visit: Visit, alma: Somebody) -> None:
    alma.go("/check-ins/new/")
    alma.hand.write("One thing you intend", HALF)
    alma.page.locator("[data-kept]", has_text="Kept as you write").wait_for()
    alma.go("/settings/")
    alma.hand.press("Sign out")
    ben = Somebody(f"Ben leaving {next(_numbers)}", alma.page)
    ben.sign_up()
    ben.go("/check-ins/new/")
    ben.page.wait_for_timeout(300)
    assert ben.page.get_by_label("One thing you intend").input_value() == ""
    assert HALF not in ben.page.content()


def test_offline_the_words_stay(alma: Somebody) -> None:
    alma.go("/check-ins/new/")
    alma.hand.write("One thing you intend", HALF)
    alma.page.locator("[data-kept]", has_text="Kept as you write").wait_for()
    alma.lose_line()
    alma.page.get_by_role("button", name="Keep this check-in").click()
    alma.page.wait_for_timeout(500)
    alma.find_line()
    alma.go("/check-ins/new/")
    alma.page.get_by_text("Your words from").wait_for()
    assert alma.page.get_by_label("One thing you intend").input_value() == HALF
