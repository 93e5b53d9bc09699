"""Two people on the landings, each in a browser of their own: both step forward, either steps back."""

import re
from itertools import count
from typing import TYPE_CHECKING

import pytest

from tests.fixtures.arrivals import Arrivals
from tests.fixtures.browser import Visit
from tests.journeys.hands import HANDS
from tests.journeys.somebody import Somebody

if TYPE_CHECKING:
    pass

pytestmark = pytest.mark.journey
READY, BACK, TAKE_BACK = "I am ready for the next landing", "Go back one landing", "Take that back"
_numbers = count(1)


@pytest.fixture(params=HANDS)
def two(request: pytest.FixtureRequest, visit: Visit, arrivals: Arrivals) -> tuple[Somebody, Somebody]:
    """Alma and Ben share a space, driven by one kind of hand."""
    number, javascript = next(_numbers), request.param != "no script"

    def somebody(name: str) -> Somebody:
        page = visit(javascript=javascript).new_page()
        return Somebody(f"{name} on landings {request.param} {number}", page, HANDS[request.param])

    alma, ben = somebody("Alma"), somebody("Ben")
    arrivals.meet(alma, ben)
    return alma, ben


def answers_alone(somebody: Somebody) -> None:
    somebody.go("/mine/questions/")
    somebody.hand.press("Yes, nobody can see this")
    legends = somebody.page.locator("fieldset legend").all_inner_texts()
    assert len(legends) > 4
    for legend in legends:
        somebody.hand.choose("No", within=legend)
    somebody.hand.press("Keep my answers")


def landings(somebody: Somebody) -> str:
    somebody.go("/landings/")
    return re.sub(r"name=.csrfmiddlewaretoken. value=.[^\"']+", "", somebody.page.content())


def test_two_go_forward_together_and_back_alone(two: tuple[Somebody, Somebody]) -> None:
    alma, ben = two
    answers_alone(ben)
    silent = landings(ben)

    # A word before the questions, a not-yet and silence: Ben's page has the same bytes.
    landings(alma)
    alma.hand.press(READY)
    assert alma.sees("You have said that you are ready for Open doors.")
    assert landings(ben) == silent
    alma.hand.press(TAKE_BACK)
    assert landings(ben) == silent

    answers_alone(alma)
    landings(alma)
    alma.hand.press(READY)
    assert landings(ben) == silent
    ben.hand.press(READY)
    assert ben.sees(f"You and {alma.name} are on Open doors.")
    landings(alma)
    assert alma.sees("Each of you said that you were ready for it.")

    ben.hand.press(BACK)
    landings(alma)
    assert alma.sees(f"You and {ben.name} are on Solid ground.")
    assert alma.page.get_by_role("button", name=BACK).count() == 0


def test_for_herself_alma_moves_and_asks_and_ben_sees_nothing(two: tuple[Somebody, Somebody]) -> None:
    alma, ben = two
    before = landings(ben)
    landings(alma)
    alma.hand.choose("Being heard")
    alma.hand.press("Be there")
    assert alma.sees("For yourself, you are here.")
    alma.go("/landings/being-heard/")
    alma.hand.press("Ask yourself a few questions")
    alma.hand.choose("Not yet", within="Has my grief had some room?")
    alma.hand.write("A word to yourself", "Not much of it.")
    alma.hand.press("Keep it for myself")
    assert alma.sees("Not much of it.")
    assert alma.sees("Has my grief had some room?")
    assert landings(ben) == before
    ben.go("/landings/answers/")
    assert not ben.sees("Not much of it.")
