"""Alma and Ben at their browsers. Each browser is a client with cookies of its own."""

from collections.abc import Callable

import pytest
from django.test import Client

from stepwell.ground.people.testing import Member, make_person, sign_in

Browser = Callable[..., Client]


@pytest.fixture
def alma(db: None) -> Member:
    return make_person("Alma")


@pytest.fixture
def open_browser() -> Browser:
    """A browser; signed in when it is told as whom."""

    def opened(member: Member | None = None, **headers: str) -> Client:
        client = Client(headers=headers or None)
        if member:
            sign_in(client, member)
        return client

    return opened


@pytest.fixture
def here(alma: Member, open_browser: Browser) -> Client:
    """Alma's own browser, signed in."""
    return open_browser(alma)


@pytest.fixture
def stranger(open_browser: Browser) -> Client:
    return open_browser()
