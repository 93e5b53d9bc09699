"""Every step back that two people have with what they share, each alone and each at once."""

from datetime import date, timedelta
from itertools import count

import pytest

from tests.fixtures.arrivals import Arrivals
from tests.fixtures.browser import Visit
from tests.journeys.hands import HANDS
from tests.journeys.somebody import Somebody
from tests.journeys.test_promises import make
from tests.journeys.test_questions import put, write
from tests.journeys.test_record import they_sign

pytestmark = pytest.mark.journey
_numbers = count(1)
DAY, WEEK = "2031-11-18", "/calendar/week/2031-11-18/"
NEXT = "/calendar/day/2031-11-25/"


@pytest.fixture
def two(visit: Visit, arrivals: Arrivals) -> tuple[Somebody, Somebody]:
    number = next(_numbers)

    def somebody(name: str) -> Somebody:
        page = visit(javascript=False).new_page()
        return Somebody(f"{name} steps back {number}", page, HANDS["no script"])

    alma, ben = somebody("Alma"), somebody("Ben")
    arrivals.meet(alma, ben)
    return alma, ben


def test_words_a_promise_an_offer_and_an_agreement(two: tuple[Somebody, Somebody]) -> None:
    alma, ben = two
    they_sign(alma, ben)
    agreement = alma.page.url.split("?")[0]
    ben.go("/record/")
    ben.hand.unfold("word for word", nth=1)
    ben.hand.press("Take these words out")
    assert ben.heading == "Take these words out?"
    assert ben.sees("may have kept a copy")
    ben.hand.press("Take them out")
    for somebody in (alma, ben):
        somebody.go("/record/")
        assert somebody.sees(f"{ben.name} took the words out of event")
        assert somebody.sees(f"{ben.name} signed something here. Its words were erased since.")
        assert somebody.sees(f"{alma.name} signed version 1")

    make(ben, alma, "I ring at six.")
    ben.hand.press("End this promise")
    ben.hand.press("End it")
    alma.go("/promises/")
    assert not alma.page.get_by_role("heading", name="Coming").count()

    alma.go(agreement)
    alma.hand.press("Offer another version")
    alma.hand.write("What you call it", "Phones at night")
    alma.hand.press(f"Show it to {ben.name}")
    ben.go(agreement)
    assert ben.sees("Phones at night")
    alma.go(f"{agreement}step-back/")
    alma.hand.press("Take back my offer")
    ben.go(agreement)
    assert not ben.sees("Phones at night")
    ben.go(f"{agreement}step-back/")
    ben.hand.press("Take back my signature")
    alma.go("/record/")
    assert alma.sees(f"{ben.name} took back the signature under version 1")


def test_plans_one_time_of_two_and_a_day_that_was_named(two: tuple[Somebody, Somebody]) -> None:
    alma, ben = two
    ben.go(f"/calendar/new/?day={DAY}")
    ben.hand.write("What it is", "Choir")
    ben.hand.write("From what time", "19:00")
    ben.hand.unfold("Does it come again")
    ben.hand.pick("Does it come again", "Every week")
    ben.hand.choose(f"{alma.name} and me")
    ben.hand.press("Keep this plan")
    ben.go(NEXT)
    ben.hand.press("Choir")
    ben.hand.press("Leave this one out")
    alma.go(NEXT)
    assert not alma.sees("Choir")
    ben.hand.press("Call it off")
    ben.hand.press("Call it off")
    alma.go(WEEK)
    assert alma.sees("called off")

    soon = (date.today() + timedelta(days=2)).isoformat()  # noqa: DTZ011 - any day near
    ben.go("/calendar/both/")
    ben.hand.choose("A walk")
    ben.hand.write("On which day", soon)
    ben.hand.press("Suggest it")
    alma.go("/calendar/both/")
    alma.hand.press("Put it out of my sight A walk")
    assert not alma.page.get_by_role("button", name="Put it out of my sight").count()
    ben.go("/calendar/both/")
    ben.hand.press("Take it back A walk")
    assert not ben.page.get_by_role("button", name="Take it back").count()

    question = write(alma, "Who knew of it?")
    put(alma, ben, question)
    ben.go("/questions/")
    ben.hand.press("Who knew of it?")
    ben.hand.write("A day by which you will", soon)
    ben.hand.press("Name this day")
    ben.hand.press("Name no day any more")
    alma.go(question)
    assert alma.sees("Nothing here.")
    alma.hand.press("Take it back")
    ben.go("/questions/")
    assert not ben.sees("Who knew of it?")
