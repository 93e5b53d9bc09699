import pytest
from django.test import Client
from pytest_django import Settings

from stepwell.ground.ui import frame
from stepwell.ground.ui.tests import pages


@pytest.fixture
def house(settings: Settings, monkeypatch: pytest.MonkeyPatch) -> Client:
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
    return Client(raise_request_exception=False)
