"""Every page of the house, as axe, a small phone and a stranger over a shoulder see it."""

import re
from typing import TYPE_CHECKING

import pytest
from axe_playwright_python.sync_playwright import Axe
from django.urls import resolve

from tests.fixtures.browser import Visit
from tests.fixtures.server import Serving
from tests.house.matrix.table import TABLE
from tests.journeys.gallery import Walk

if TYPE_CHECKING:
    from playwright.sync_api import Page

pytestmark = [pytest.mark.journey, pytest.mark.surface]

TELLING = re.compile(
    r"affair|betray|cheat|trust|infidel|check-in|couple|recover|partner|intima", re.IGNORECASE
)
WCAG = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa"]
RULES = {"resultTypes": ["violations"], "runOnly": [*WCAG, "best-practice"]}


def pages() -> set[str]:
    """Every address that gives somebody a page, or an answer in words: the access matrix says which."""
    return {
        row.name
        for row in TABLE.values()
        for (method, _visitor), word in row.cells.items()
        if method == "GET" and word.rstrip("*") in ("page", "over")
    }


class Looker:
    def __init__(self) -> None:
        self.wrong: list[str] = []
        self.seen: set[str] = set()
        self.axe = Axe()

    def __call__(self, page: "Page", name: str) -> None:
        match = (
            resolve(re.sub(r"^https?://[^/]+|[?#].*$", "", page.url))
            if "no-such-page" not in page.url
            else None
        )
        if match:
            self.seen.add(match.view_name)
        for width, scheme in ((390, "light"), (1280, "dark")):
            page.set_viewport_size({"width": width, "height": 844})
            page.emulate_media(color_scheme=scheme, reduced_motion="reduce")
            self._axe(page, f"{name} {width} {scheme}")
        page.set_viewport_size({"width": 320, "height": 700})
        if page.evaluate("document.documentElement.scrollWidth") > 320:
            self.wrong.append(f"{name}: wider than a phone of 320")
        page.set_viewport_size({"width": 390, "height": 844})
        if TELLING.search(page.title()):
            self.wrong.append(f"{name}: its title tells: {page.title()}")

    def _axe(self, page: "Page", name: str) -> None:
        # The page that leaving leads to is empty on purpose.
        options = RULES | {"runOnly": WCAG} if page.url.endswith("/blank/") else RULES
        for found in self.axe.run(page, options=options).response["violations"]:
            nodes = "; ".join(node["html"][:120] for node in found["nodes"][:3])
            self.wrong.append(f"{name}: {found['id']}: {nodes}")


def test_every_page_stands_up_to_a_look(visit: Visit, serving: Serving) -> None:
    looker, house = Looker(), serving(STEPWELL_SMTP="file")
    Walk(lambda: visit(origin=house.origin).new_page(), looker, house.home / "mail").all()
    assert not looker.wrong, "\n".join(looker.wrong)
    assert pages() - looker.seen == set()
