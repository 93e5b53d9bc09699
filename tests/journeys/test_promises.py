"""A promise cannot be kept, that is said on the day, and what was said in its place is kept."""

from datetime import date, timedelta
from itertools import count

import pytest

from tests.fixtures.arrivals import Arrivals
from tests.fixtures.browser import Visit
from tests.journeys.hands import HANDS
from tests.journeys.somebody import Somebody

pytestmark = pytest.mark.journey
_numbers = count(1)
WHAT, PLAN = "I ring at six, from the station.", "I ring from the car, before I drive."
WHY = "The train does not run that late."
NOTE = "He told me before I had to ask."


@pytest.fixture(params=["thumb", "no script"])
def two(request: pytest.FixtureRequest, visit: Visit, arrivals: Arrivals) -> tuple[Somebody, Somebody]:
    number, javascript = next(_numbers), request.param != "no script"

    def somebody(name: str) -> Somebody:
        page = visit(javascript=javascript).new_page()
        return Somebody(f"{name} promises {request.param} {number}", page, HANDS[request.param])

    alma, ben = somebody("Alma"), somebody("Ben")
    arrivals.meet(alma, ben)
    return alma, ben


def in_days(somebody: Somebody, days: int) -> str:
    """A day from today, by the clock of the page's own form."""
    today = somebody.page.locator("#id_first").get_attribute("value") or ""
    return (date.fromisoformat(today) + timedelta(days=days)).isoformat()


def make(somebody: Somebody, other: Somebody, what: str) -> None:
    somebody.go("/promises/")
    somebody.hand.press("Make a promise")
    somebody.hand.write("What you will do", what)
    somebody.hand.choose(f"To {other.name}. Both of us can read it")
    somebody.hand.press("Make this promise")


def test_said_in_time_and_the_plan_is_kept(two: tuple[Somebody, Somebody]) -> None:
    alma, ben = two
    make(ben, alma, WHAT)
    assert ben.sees("Both of you can read this, and it stands in the record.")
    alma.go("/promises/")
    alma.hand.press(WHAT)
    promise = alma.page.url
    assert alma.heading == f"What {ben.name} said"
    assert not alma.sees("If you want to say something")

    alma.hand.write("A note for yourself", NOTE)
    alma.hand.press("Keep this note")
    assert alma.sees(NOTE)

    ben.go("/promises/")
    assert ben.sees("Say what became of it")
    ben.go("/promises/new/")
    today = in_days(ben, 0)
    ben.go(f"{promise}{today}/")
    ben.hand.choose("It will not work, and I say so in time")
    ben.hand.press("Say this")
    assert ben.sees("A word about why is needed here.")
    ben.hand.write("Why, in your words", WHY)
    ben.hand.write("What you promise in its place", PLAN)
    ben.page.get_by_label("For which day").fill(today)
    ben.hand.press("Say this")
    assert ben.sees("Changed on the day")
    assert not ben.sees(NOTE)

    alma.go(promise)
    assert alma.sees(WHY)
    alma.hand.press(PLAN)
    assert alma.sees("In place of what was said for")
    plan = alma.page.url

    ben.go(f"{plan}{today}/")
    ben.hand.choose("I kept it")
    ben.hand.press("Say this")
    alma.go("/promises/story/")
    for words in (
        WHAT,
        f"{ben.name} said on the day that it would not work:",
        WHY,
        PLAN,
        f"{ben.name} kept it.",
    ):
        assert alma.sees(words)
    ben.go("/promises/story/")
    assert ben.sees("You said on the day that it would not work:")
    assert ben.sees("You kept it.")
    for path in (promise, plan, "/promises/", "/promises/story/"):
        ben.go(path)
        assert not ben.sees(NOTE)


def test_what_was_typed_is_there_after_a_wrong_day_and_in_a_second_tab(
    visit: Visit, arrivals: Arrivals
) -> None:
    browser = visit()
    esi = Somebody(f"Esi promises {next(_numbers)}", browser.new_page())
    arrivals.come(esi)
    esi.go("/promises/new/")
    today = in_days(esi, 0)
    esi.hand.write("What you will do", "I walk to the bridge.")
    esi.page.get_by_label("On which day, or from which").fill("2020-01-01")
    esi.hand.press("Make this promise")
    assert esi.sees("This day has passed. A promise is for today or for a later day.")
    assert esi.page.get_by_label("What you will do").input_value() == "I walk to the bridge."
    esi.page.get_by_label("On which day, or from which").fill(today)
    esi.hand.press("Make this promise")
    assert esi.sees("Only you can read this.")
    second = Somebody(esi.name, browser.new_page())
    here = f"{esi.page.url.split('?')[0]}{today}/"
    second.go(here)
    esi.go(here)
    esi.hand.choose("I kept it")
    esi.hand.press("Say this")
    second.hand.choose("I kept it")
    second.hand.write("Why, in your words", "It rained, and I went.")
    second.hand.press("Say this")
    assert second.heading == "Two words about one day"
    second.hand.press("Say this")
    assert second.sees("It rained, and I went."), second.text
