"""A question is kept, put to the other, answered when they are ready, read again, and another taken back."""

from itertools import count

import pytest

from tests.fixtures.arrivals import Arrivals
from tests.fixtures.browser import Visit
from tests.journeys.somebody import Somebody

pytestmark = pytest.mark.journey
_numbers = count(1)
ASKED, OTHER, KEPT = "Is there still any contact?", "Who knew of it?", "Was it my fault?"
ANSWER, ADDED = "No. It ended in June.", "There was one message in May. I did not reply to it."
BLANK = "Nothing here."


@pytest.fixture
def two(visit: Visit, arrivals: Arrivals) -> tuple[Somebody, Somebody]:
    number = next(_numbers)

    def somebody(name: str) -> Somebody:
        return Somebody(f"{name} asks {number}", visit().new_page())

    alma, ben = somebody("Alma"), somebody("Ben")
    arrivals.meet(alma, ben)
    return alma, ben


def write(somebody: Somebody, words: str, want: str = "Yes, I want to know this") -> str:
    somebody.go("/questions/")
    somebody.hand.press("Write a question down")
    somebody.hand.write("The question, in your words", words)
    somebody.hand.choose(want)
    somebody.hand.press("Keep it for myself")
    return somebody.page.url.split("?")[0]


def put(alma: Somebody, ben: Somebody, page: str) -> None:
    alma.go(page)
    alma.page.get_by_role("radio", name="For now").check()
    alma.hand.press(f"Put it to {ben.name}")


def test_asked_answered_read_again_and_taken_back(two: tuple[Somebody, Somebody]) -> None:
    alma, ben = two
    write(alma, KEPT, "I do not know yet")
    first, second = write(alma, ASKED), write(alma, OTHER)
    put(alma, ben, first)
    assert alma.sees(BLANK)
    put(alma, ben, second)

    ben.go("/questions/")
    assert not ben.sees(KEPT)
    ben.hand.press(ASKED)
    assert ben.heading == f"{alma.name} asks"
    assert ben.sees("a therapist can help prepare it")
    ben.hand.press("Put it out of my sight")
    alma.go(first)
    assert alma.sees(BLANK), "looking away is nobody's answer"
    ben.hand.unfold("What you put out of your sight")
    ben.hand.press(ASKED)
    ben.hand.write("Your answer", ANSWER)
    ben.hand.press("Give this answer")
    asked = ben.page.url.split("?")[0]

    alma.go(first)
    assert alma.sees(ANSWER)
    ben.go(asked)
    ben.hand.write("What you would add", ADDED)
    ben.hand.press("Add this")
    alma.go("/questions/answered/")
    assert alma.sees(ANSWER)
    assert alma.sees(ADDED)

    ben.go("/questions/")
    ben.hand.press(OTHER)
    alma.go(second)
    alma.hand.press("Take it back")
    ben.hand.write("Your answer", "My brother.")
    ben.hand.press("Give this answer")
    assert ben.heading == "There is no such question"
    assert ben.sees("My brother.")
    ben.go("/questions/")
    assert not ben.sees(OTHER)
    alma.go(second)
    assert alma.sees(OTHER)
