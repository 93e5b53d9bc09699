"""Two people, each in a browser of their own: one asks to be heard, the other agrees, it is told."""

import pytest

from tests.fixtures.arrivals import Arrivals
from tests.fixtures.browser import Visit
from tests.journeys.gallery_openness import KITCHEN, ask
from tests.journeys.somebody import Somebody

pytestmark = pytest.mark.journey


def test_from_a_wish_to_how_it_was(visit: Visit, arrivals: Arrivals) -> None:
    alma, ben = (Somebody(f"{name} opens a little", visit().new_page()) for name in ("Alma", "Ben"))
    arrivals.meet(alma, ben, cleared=True)
    ben.go("/openness/")
    nothing = ben.text
    ask(alma, ben.name, KITCHEN, "Just listen", "Not to be brought up in anger")
    waits = alma.text
    ben.go("/openness/")
    assert ben.sees(f"{alma.name} would like to tell you something.")
    assert ben.sees("Not to be brought up in anger")
    ben.hand.press("I would like to hear it")
    ben.hand.press("Open its page")
    ben.hand.press("Not any more")
    alma.go("/openness/")
    assert alma.text == waits, "a yes taken back is one never said"
    ben.hand.press("I would like to hear it")
    alma.go("/openness/")
    alma.hand.press("Open its page")
    assert alma.sees("Just listen")
    alma.hand.press("In a talk with turns")
    assert alma.page.get_by_label("What you would like to talk about").input_value() == KITCHEN
    assert "itchen" not in alma.page.url
    alma.go("/openness/")
    alma.hand.press("Open its page")
    alma.hand.press("In a letter")
    assert KITCHEN in alma.page.locator("textarea").first.input_value()
    alma.go("/openness/")
    alma.hand.press("Open its page")
    alma.hand.press("It is told")
    alma.hand.choose("It went well")
    alma.hand.press("Keep this for myself")
    alma.hand.unfold("Memories")
    assert alma.sees("What nobody spoke about in the house I grew up in")
    ben.go("/openness/")
    ben.hand.tap(ben.page.get_by_role("link", name="How it was"))
    ben.hand.press("I would rather leave it")
    assert ben.text == nothing, "nothing of how it was for her, and nothing of how deep she goes"
    alma.hand.press("One step back")
    alma.hand.unfold("Memories")
    assert not alma.sees("What nobody spoke about in the house I grew up in")
