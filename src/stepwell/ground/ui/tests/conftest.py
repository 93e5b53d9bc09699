from collections.abc import Iterator
from typing import TYPE_CHECKING

import pytest
from django.test import Client
from pytest_django import Settings

from stepwell.ground.ui import frame, kept, views
from stepwell.ground.ui.tests import pages
from stepwell.ground.ui.tests.browsing import PAGE, Site

if TYPE_CHECKING:
    from playwright.sync_api import Browser, Page


@pytest.fixture
def house(settings: Settings, monkeypatch: pytest.MonkeyPatch) -> Iterator[Client]:
    """A browser in front of the pages of this folder, with every answer as the site would give it."""
    settings.ROOT_URLCONF = "stepwell.ground.ui.tests.pages"
    settings.MIDDLEWARE = pages.MIDDLEWARE
    settings.DEBUG = False
    settings.ALLOWED_HOSTS = ["testserver", "127.0.0.1"]
    settings.LEAVE_TO = "/blank/"
    settings.ON_TLS = False
    settings.STORAGES = {
        **settings.STORAGES,
        "staticfiles": {"BACKEND": "django.contrib.staticfiles.storage.StaticFilesStorage"},
    }
    monkeypatch.setattr(frame, "_areas", {area.key: area for area in pages.AREAS})
    # Rooms above have pages of their own to keep; their addresses are none of this folder's.
    monkeypatch.setattr(kept, "_pages", {"/kept/": lambda: "a page to keep"})
    views._worker.cache_clear()
    yield Client(raise_request_exception=False)
    views._worker.cache_clear()


@pytest.fixture
def site(house: Client) -> Site:
    return Site(house)


@pytest.fixture
def page(browser: "Browser", site: Site) -> Iterator["Page"]:
    context = browser.new_context(viewport={"width": 1000, "height": 800}, service_workers="block")
    page = context.new_page()
    page.on("console", lambda message: site.said.append(f"{message.type}: {message.text}"))
    page.on("pageerror", lambda error: site.said.append(f"error: {error}"))
    page.route("**/*", site)
    page.goto(PAGE)
    yield page
    context.close()
