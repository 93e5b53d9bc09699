"""A letter is looked at, given, given back, answered; by two people, with a script and without one."""

import re
from itertools import count

import pytest

from tests.fixtures.arrivals import Arrivals
from tests.fixtures.browser import Visit
from tests.journeys.somebody import Somebody

pytestmark = pytest.mark.journey
_numbers = count(1)
SMILE = "😀👩‍👩‍👧 שלום. "
BLOW = "You always lie to me."
REST = " I wait at the window."
HEARD = "You stand at the window and wait."


def two(visit: Visit, arrivals: Arrivals, *, javascript: bool) -> tuple[Somebody, Somebody]:
    number = next(_numbers)
    alma, ben = (
        Somebody(f"{name} pens {number}", visit(javascript=javascript).new_page()) for name in ("Alma", "Ben")
    )
    arrivals.meet(alma, ben)
    return alma, ben


def typed(somebody: Somebody) -> str:
    return somebody.page.locator("textarea").first.input_value()


def without_the_blow(somebody: Somebody) -> None:
    from playwright.sync_api import expect

    expect(somebody.page.locator("textarea").first).not_to_have_value(re.compile("You always lie"))


def looks(alma: Somebody) -> None:
    alma.hand.press("Look at the words")
    alma.page.locator("[data-looked]").wait_for()


@pytest.mark.parametrize("javascript", [True, False], ids=["script", "no script"])
def test_looked_at_given_given_back_and_answered(visit: Visit, arrivals: Arrivals, javascript: bool) -> None:
    alma, ben = two(visit, arrivals, javascript=javascript)
    alma.go("/letters/new/letter/")
    alma.hand.write("Your letter", SMILE + BLOW + REST)
    looks(alma)
    assert typed(alma) == SMILE + BLOW + REST
    marked = alma.page.locator(".marked mark").first
    words = marked.evaluate("mark => mark.firstChild.textContent")
    assert words in BLOW
    assert alma.sees("Say it of this one time")
    alma.page.locator("button[name=take]").first.click()
    without_the_blow(alma)
    assert "Yesterday, when …, I felt …" in typed(alma)
    assert typed(alma).startswith(SMILE)
    assert typed(alma).endswith(REST)
    if javascript:
        alma.page.locator("textarea").first.press("Control+z")
        assert BLOW in typed(alma), "a wording taken by mistake is one key away from gone"
        assert alma.page.evaluate("document.querySelectorAll('[data-looked]').length") == 1
    alma.hand.write("Your letter", "It is dark at four." + REST)
    alma.hand.press("Keep it for myself")
    alma.hand.press(f"See how {ben.name} would read it")
    alma.hand.press(f"Give it to {ben.name}")
    given = alma.page.url
    assert alma.sees("Nothing here.")

    ben.go("/letters/")
    ben.hand.press("It is dark at four." + REST)
    assert ben.page.url == given
    assert not ben.page.get_by_label("Your answer").count()
    ben.hand.write("What did you hear?", HEARD)
    ben.hand.press("Give it back")
    alma.go(given)
    assert alma.sees(HEARD)
    alma.page.get_by_role("radio", name="Not quite").check()
    alma.hand.press("Say this")
    ben.go(given)
    ben.hand.write("What did you hear?", f"It is dark, and {HEARD}")
    ben.hand.press("Give it back")
    alma.go(given)
    alma.page.get_by_role("radio", name="Yes, that is it").check()
    alma.hand.press("Say this")
    ben.go(given)
    ben.hand.write("Your answer", "I come home by the light.")
    alma.hand.unfold("Take the letter back")
    alma.hand.press("Take it back for good")
    ben.hand.press("Give this answer")
    assert ben.heading == "There is no such letter"
    assert ben.sees("I come home by the light.")


def test_a_look_in_place_beside_the_words_of_another_form(visit: Visit, arrivals: Arrivals) -> None:
    """What the slot "words" draws: the same field, with its words, on the same page."""
    alma, ben = two(visit, arrivals, javascript=True)
    alma.go("/letters/new/letter/")
    alma.hand.write("Your letter", "It is dark at four.")
    alma.hand.press("Keep it for myself")
    alma.hand.press(f"See how {ben.name} would read it")
    alma.hand.press(f"Give it to {ben.name}")
    ben.go(alma.page.url)
    ben.hand.write("What did you hear?", SMILE + BLOW + REST)
    here = ben.page.url
    ben.lose_line()
    ben.hand.press("Look at the words")
    ben.page.get_by_text("That did not work just now.").wait_for()
    assert typed(ben) == SMILE + BLOW + REST
    ben.find_line()
    looks(ben)
    assert ben.page.locator(".marked mark").first.evaluate("mark => mark.firstChild.textContent") in BLOW
    ben.page.locator("button[name=take]").first.click()
    without_the_blow(ben)
    assert typed(ben).startswith(SMILE)
    assert typed(ben).endswith(REST)
    assert ben.page.url == here
    ben.hand.press("Give it back")
    alma.go(here)
    assert alma.sees(REST.strip())
    assert not alma.sees("land as a blow")


@pytest.mark.parametrize("javascript", [True, False], ids=["script", "no script"])
def test_a_question_is_looked_at_and_comes_back_as_it_was_left(
    visit: Visit, arrivals: Arrivals, javascript: bool
) -> None:
    """What the slot "words" draws beside a form of another room."""
    esi = Somebody(f"Esi pens {next(_numbers)}", visit(javascript=javascript).new_page())
    arrivals.come(esi)
    esi.go("/questions/new/")
    esi.hand.write("The question, in your words", SMILE + BLOW + REST)
    esi.page.get_by_role("radio", name="Not now").check()
    looks(esi)
    assert esi.page.url.endswith("/questions/new/") == javascript
    esi.page.locator("button[name=take]").first.click()
    without_the_blow(esi)
    if not javascript:
        esi.hand.press("Go back with these words")
    assert typed(esi).startswith(SMILE)
    assert typed(esi).endswith(REST)
    assert esi.page.get_by_role("radio", name="Not now").is_checked()
    esi.hand.press("I feel … when … because …")
    esi.page.wait_for_url("**/words/i-feel/**")
    esi.hand.press("Back to what you had begun")
    if javascript:
        esi.page.get_by_text("are back.").wait_for()
    assert typed(esi).endswith(REST)
    assert esi.page.get_by_role("radio", name="Not now").is_checked()
    esi.hand.press("Keep it for myself")
    assert esi.heading == "A question of yours"


def test_going_back_after_keeping_begins_no_second_letter(visit: Visit, arrivals: Arrivals) -> None:
    """The browser puts the words back into the form it sent; they are kept already."""
    alma, _ben = two(visit, arrivals, javascript=True)
    alma.go("/letters/new/letter/")
    alma.hand.write("Your letter", "It is dark at four.")
    alma.page.locator("[data-kept]", has_text="Kept as you write.").wait_for()
    alma.hand.press("Keep it for myself")
    alma.page.go_back()
    alma.page.wait_for_timeout(200)
    alma.go("/letters/")
    alma.go("/letters/new/letter/")
    alma.page.wait_for_timeout(300)
    assert typed(alma) == ""
