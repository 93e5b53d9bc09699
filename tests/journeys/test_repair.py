"""A plan is written by each alone, put forward, signed by both, found in one tap, and taken back."""

import pytest

from tests.fixtures.arrivals import Arrivals
from tests.fixtures.browser import Visit
from tests.journeys.gallery_repair import HERS, HIS, write
from tests.journeys.somebody import Somebody

pytestmark = pytest.mark.journey


def test_written_in_peace_and_found_in_a_storm(visit: Visit, arrivals: Arrivals) -> None:
    alma, ben = (Somebody(f"{name} in a storm", visit().new_page()) for name in ("Alma", "Ben"))
    arrivals.meet(alma, ben)
    write(alma, HERS)
    ben.go("/repair/")
    assert not ben.sees("My hands go cold.")
    alma.hand.press(f"Put it forward to {ben.name}")
    alma.hand.press(f"Put it forward to {ben.name}")
    write(ben, HIS)
    assert ben.sees("My hands go cold.")
    ben.hand.press(f"Put it forward to {alma.name}")
    ben.hand.press(f"Put it forward to {alma.name}")
    ben.hand.press("Sign this plan")
    ben.go("/repair/storm/")
    assert ben.heading == "Stop here", "one signature is none"
    alma.go("/repair/")
    assert alma.sees("A walk round the block.")
    alma.hand.press("Sign this plan")
    for somebody in (alma, ben):
        somebody.go("/repair/")
        somebody.hand.press("Open the page for a storm")
        assert somebody.heading == "Harbour"
        assert somebody.sees("Sit beside me.")
        size = somebody.page.locator("h1").evaluate(
            "heading => parseFloat(getComputedStyle(heading).fontSize)"
        )
        assert size >= 48
        top = somebody.page.locator("h1").bounding_box()
        assert top
        assert top["y"] + top["height"] < 844, "the word stands on the first screen of a phone"
    ben.go("/repair/withdraw/")
    ben.hand.press("Take back my yes")
    alma.go("/repair/storm/")
    assert alma.heading == "Stop here"
