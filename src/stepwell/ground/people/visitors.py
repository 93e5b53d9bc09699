"""Who is asking: found once for each request, before any view."""

from base64 import urlsafe_b64encode
from collections.abc import Callable
from typing import Any, cast

from django.http import HttpRequest, HttpResponse
from django.utils import translation

from stepwell.ground.people import signins, waiting
from stepwell.ground.people.profile import Someone, someone
from stepwell.ground.ui.api import Slip
from stepwell.ground.vault.api import CannotOpen, Keyring, draft_public


class PersonRequest(HttpRequest):
    """What a guarded view receives."""

    keyring: Keyring
    person: Someone
    visit: signins.Visit
    slip: Slip | None


def keyring_of_cookie(cookie: str) -> Keyring | None:
    """For what stands beside Django's middleware and asks over and over: it keeps nobody signed in."""
    visit = signins.find(cookie, quietly=True)
    return visit.keyring if visit else None


class Visitors:
    def __init__(self, get_response: Callable[[HttpRequest], HttpResponse]) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        asked = cast("Any", request)
        asked.person = asked.keyring = asked.visit = asked.slip = None
        cookie = request.COOKIES.get(signins.COOKIE)
        visit = signins.find(cookie) if cookie else None
        if visit is None:
            return self.get_response(request)
        try:
            asked.person = someone(visit.person, visit.keyring)
            if not visit.keyring.locked:
                asked.draft_key = urlsafe_b64encode(draft_public(visit.keyring)).decode().rstrip("=")
        except CannotOpen:
            # New keys were made between two of these questions: the sign-in is over. All else is a fault.
            if signins.find(request.COOKIES[signins.COOKIE]) is not None:
                raise
            asked.person = None
            return self.get_response(request)
        asked.visit, asked.keyring = visit, visit.keyring
        with translation.override(visit.person.language):
            if visit.comes_back:
                asked.slip = waiting.slip(visit.comes_back, asked.person.zone)
            return self.get_response(request)
