"""What the couple of the demonstration has behind them can be looked at."""

import re
from zoneinfo import ZoneInfo

import pytest
from django.test import Client
from django.utils import timezone

from stepwell.ground.people.testing import make_person, sign_in
from stepwell.ground.spaces.testing import make_couple
from stepwell.site.demo import together

pytestmark = pytest.mark.django_db
ZONE = ZoneInfo("Europe/Berlin")


def test_a_talk_that_both_wanted_kept_is_there_for_both() -> None:
    alma, ben = make_person("Alma", zone="Europe/Berlin"), make_person("Ben", zone="Europe/Berlin")
    make_couple(alma, ben)
    together.live(alma, ben, today=timezone.now().astimezone(ZONE).date(), zone=ZONE)
    for member, theirs in ((alma, "Ben"), (ben, "Alma")):
        browser = Client()
        sign_in(browser, member)
        page = browser.get("/dialogue/").content.decode()
        (kept,) = re.findall(r'href="(/dialogue/kept/[0-9a-f-]+/)"', page)
        said = browser.get(kept).content.decode()
        assert said.count('class="by"') == 2 * len(together.TURNS)
        assert f"{theirs}, giving back" in said
