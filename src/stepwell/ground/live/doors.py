"""Who may listen. Django's middleware does not stand before a stream: all of it is asked here, each time."""

from collections.abc import Callable
from dataclasses import dataclass
from http.cookies import CookieError, SimpleCookie
from typing import Any
from uuid import UUID

from django.conf import settings
from django.db import close_old_connections

from stepwell.ground.live.moving import moved
from stepwell.ground.people.api import keyring_of_cookie, turn
from stepwell.ground.spaces.api import couple_of

PATH = "/live/"


@dataclass(frozen=True)
class Asked:
    """What a request says, as far as it matters here."""

    circle: UUID
    cookie: str
    since: int


def asked(scope: Any) -> Asked | None:
    """None for anything but a page of our own that asks for a stream."""
    headers = {name.decode("latin-1"): value.decode("latin-1") for name, value in scope["headers"]}
    if scope["method"] != "GET" or headers.get("sec-fetch-site", "same-origin") != "same-origin":
        return None
    if headers.get("origin", settings.ORIGIN) != settings.ORIGIN:
        return None
    circle, cookie = _circle(scope["path"]), _cookie(headers.get("cookie", ""))
    if circle is None or not cookie:
        return None
    last = headers.get("last-event-id", "")
    return Asked(circle, cookie, int(last) if last.isascii() and last.isdigit() and len(last) < 19 else 0)


def _circle(path: str) -> UUID | None:
    try:
        return UUID(path.removeprefix(PATH).removesuffix("/"))
    except ValueError:
        return None


def _cookie(header: str) -> str:
    try:
        found = SimpleCookie(header).get("__Host-s")
    except CookieError:
        return ""
    return found.value if found else ""


def may_listen(ask: Asked) -> int | None:
    """How often something moved so far, for somebody signed in whose space is open; None for everybody else.

    Blocking: it asks the database. Run it on a thread.
    """
    return _alone(lambda: _may_listen(ask))


def _may_listen(ask: Asked) -> int | None:
    keyring = keyring_of_cookie(ask.cookie)
    if keyring is None or keyring.locked:
        return None
    couple = couple_of(keyring)
    if couple is None or couple.paused or couple.circle != ask.circle:
        return None
    return moved(ask.circle)


def _alone(work: Callable[[], int | None]) -> int | None:
    with turn():
        close_old_connections()
        try:
            return work()
        finally:
            close_old_connections()
