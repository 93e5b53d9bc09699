"""Two people lay small notes down for each other, without an answer, and either takes theirs away."""

import pytest

from tests.fixtures.arrivals import Arrivals
from tests.fixtures.browser import Visit
from tests.journeys.gallery_affection import NOTE, lay, say
from tests.journeys.somebody import Somebody

pytestmark = pytest.mark.journey


def test_a_note_laid_down_read_and_let_go(visit: Visit, arrivals: Arrivals) -> None:
    alma, ben = (Somebody(f"{name} leaves a note", visit().new_page()) for name in ("Alma", "Ben"))
    arrivals.meet(alma, ben, cleared=True)
    alma.go("/together/")
    alma.hand.press("Drawing near")
    alma.hand.press("Small signs of warmth")
    say(alma)
    say(ben)
    nothing = ben.page.locator("main").inner_text()
    lay(alma, NOTE)
    mine = alma.page.locator("main").inner_text()
    assert NOTE in mine

    ben.go("/affection/")
    assert NOTE in ben.page.locator("main").inner_text()
    ben.hand.tap(ben.page.get_by_role("button", name="Let it go"))
    assert ben.page.locator("main").inner_text() == nothing
    alma.go("/affection/")
    assert alma.page.locator("main").inner_text() == mine, "nothing tells that it was read or let go"

    ben.hand.tap(ben.page.get_by_role("button", name="No notes for now"))
    alma.go("/affection/")
    assert not alma.page.get_by_role("link", name="Lay a note down").count()
    assert NOTE in alma.page.locator("main").inner_text()
