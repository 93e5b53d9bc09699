"""Two people, each in a browser of their own, find what both would welcome, and nothing else."""

import pytest

from tests.fixtures.arrivals import Arrivals
from tests.fixtures.browser import Visit
from tests.journeys.gallery_menu import ask, mark, way, write
from tests.journeys.somebody import Somebody
from tests.journeys.talking import clear

pytestmark = pytest.mark.journey


def test_a_whole_round(visit: Visit, arrivals: Arrivals) -> None:
    alma, ben = (Somebody(f"{name} at a list", visit().new_page()) for name in ("Alma", "Ben"))
    arrivals.meet(alma, ben)
    alma.go("/together/")
    alma.hand.press("Drawing near")
    alma.hand.press("What I would welcome")
    assert alma.sees("would be shown all that the other welcomes")
    for who in (alma, ben):
        clear(who)
    write(alma, "Reading the same book", "Only she thought of this")
    write(ben, "reading the same BOOK.", "Only he thought of this")
    mark(
        alma,
        A_shared_look="Welcome",
        Reading_the_same_book="Welcome",
        Only_she_thought_of_this="Welcome",
        Holding_hands="Not now",
    )
    mark(ben, A_shared_look="Welcome", reading_the_same_BOOK="Welcome", Holding_hands="Welcome")
    ben.go("/menu/")
    before = ben.text
    ask(alma)
    assert alma.sees("You have asked for a round.")
    ben.go("/menu/")
    assert ben.text == before, "that she asked shows nowhere"
    ask(ben)
    assert not ben.sees("Both of you would welcome this.")
    alma.go("/menu/")
    ben.go("/menu/")
    for who, book in ((alma, "Reading the same book"), (ben, "reading the same BOOK.")):
        found = who.page.locator("ul.rows").first.inner_text()
        assert "A shared look" in found
        assert book in found
        assert "hands" not in found
        assert who.sees("The next may be from")
    assert not ben.sees("Only she thought of this")
    ben.go(way(ben, "Not any more"))
    ben.hand.press("Not any more")
    alma.go("/menu/")
    assert "A shared look" not in alma.page.locator("ul.rows").first.inner_text()
    assert not alma.sees("taken back by")
