"""Every page of the house, as axe, a small phone and a stranger over a shoulder see it."""

import re
from typing import TYPE_CHECKING

import pytest
from django.urls import resolve

from tests.fixtures.browser import Visit
from tests.fixtures.server import Serving
from tests.house.matrix.table import TABLE
from tests.journeys.gallery import Walk
from tests.journeys.looking import faults

if TYPE_CHECKING:
    from playwright.sync_api import Page

pytestmark = [pytest.mark.journey, pytest.mark.surface]


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

    def __call__(self, page: "Page", name: str) -> None:
        match = (
            resolve(re.sub(r"^https?://[^/]+|[?#].*$", "", page.url))
            if "no-such-page" not in page.url
            else None
        )
        if match:
            self.seen.add(match.view_name)
        self.wrong += faults(page, name)


def test_every_page_stands_up_to_a_look(visit: Visit, serving: Serving) -> None:
    looker, house = Looker(), serving(STEPWELL_SMTP="file")
    Walk(lambda: visit(origin=house.origin).new_page(), looker, house.home / "mail").all()
    assert not looker.wrong, "\n".join(looker.wrong)
    assert pages() - looker.seen == set()
