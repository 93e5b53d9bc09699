"""What was found, in each of its kinds, as axe and a small phone see it; and from there to a promise."""

import pytest

from tests.fixtures.arrivals import Arrivals
from tests.fixtures.browser import Visit
from tests.fixtures.server import Served
from tests.journeys import gallery_found
from tests.journeys.somebody import Somebody
from tests.journeys.test_every_page import Looker

pytestmark = [pytest.mark.journey, pytest.mark.surface]


def test_each_kind_of_finding_stands_up_to_a_look(visit: Visit, arrivals: Arrivals, served: Served) -> None:
    looker, alma = Looker(), Somebody("Alma finds", visit().new_page())
    arrivals.come(alma)
    gallery_found.found(looker, served, alma)
    assert not looker.wrong, "\n".join(looker.wrong)


def test_from_a_trigger_to_a_promise_begun(visit: Visit, arrivals: Arrivals, served: Served) -> None:
    looker = Looker()
    alma, ben = (Somebody(f"{name} responds", visit().new_page()) for name in ("Alma", "Ben"))
    arrivals.meet(alma, ben)
    gallery_found.respond(looker, served, alma)
    assert alma.page.get_by_label("What you will do").input_value() == "I ring from the platform."
    assert "platform" not in alma.page.url
    assert "platform" not in served.log()
    ben.go("/promises/")
    assert not ben.sees("platform")
    assert not looker.wrong, "\n".join(looker.wrong)
