"""A leaf of one's own pace survives a closed tab; one line of it is shown, read, and taken back."""

import pytest

from tests.fixtures.arrivals import Arrivals
from tests.fixtures.browser import Visit
from tests.journeys.gallery_pace import LINES, show
from tests.journeys.somebody import Somebody

pytestmark = pytest.mark.journey
LABEL = "What safe means for me now"
LINE = "To be asked first, in words."


def test_written_shown_by_a_line_and_taken_back(visit: Visit, arrivals: Arrivals) -> None:
    alma, ben = (Somebody(f"{name} at her pace", visit().new_page()) for name in ("Alma", "Ben"))
    arrivals.meet(alma, ben)
    ben.go("/pace/shown/")
    nothing = ben.page.locator("main").inner_html()

    alma.go("/mine/")
    alma.hand.press("My own pace")
    alma.hand.press("What safe means now")
    alma.hand.press("Write")
    alma.hand.write(LABEL, LINES)
    alma.page.locator("[data-kept]", has_text="Last kept").wait_for()
    path = alma.page.url
    alma.page.close(run_before_unload=False)
    alma.page = alma.hand.page = alma.page.context.new_page()
    alma.page.goto(path)
    alma.page.get_by_text("are back.").wait_for()
    assert alma.page.get_by_label(LABEL).input_value() == LINES
    alma.hand.press("Keep this page")

    show(alma, LINE)
    assert alma.sees(f"What {ben.name} would read")
    alma.hand.press(f"Show this to {ben.name}")
    assert alma.sees("can read this.")
    ben.go("/pace/shown/")
    read = ben.page.locator("main").inner_text()
    assert LINE in read
    assert "ten in the evening" not in read

    alma.go("/pace/shown/")
    alma.hand.tap(alma.page.get_by_role("button", name="Take it back"))
    ben.go("/pace/shown/")
    assert ben.page.locator("main").inner_html() == nothing
