"""The two guards. Every view of the house carries exactly one; a test of the house holds that."""

from collections.abc import Callable
from functools import wraps
from typing import Any, cast

from django.http import HttpRequest, HttpResponse, HttpResponseBase

from stepwell.ground.people import carrying, signins
from stepwell.ground.people.carrying import see_other
from stepwell.ground.people.visitors import PersonRequest
from stepwell.ground.vault.api import CannotOpen, Conflict, Locked

__all__ = ["even_locked", "for_anyone", "for_person", "see_other"]

View = Callable[..., HttpResponseBase]


def for_anyone(view: Callable[..., HttpResponse]) -> View:
    """Declares a page that needs no sign-in."""

    @wraps(view)
    def open_to_all(request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponse:
        try:
            response = view(request, *args, **kwargs)
        except Conflict:
            response = carrying.meanwhile(request)
        if getattr(request, "visit", None) is not None:
            response.headers.setdefault("Cache-Control", "no-store")
        return response

    cast("Any", open_to_all).guard = "anyone"
    return open_to_all


def for_person(view: Callable[..., HttpResponseBase]) -> View:
    """Signed in with every factor, and not locked. Where one is missing, what was typed is kept."""
    return _guarded(view, even_locked=False)


def even_locked(view: Callable[..., HttpResponseBase]) -> View:
    """As for_person, for the few pages that somebody needs while their own circle is locked."""
    return _guarded(view, even_locked=True)


def _guarded(view: Callable[..., HttpResponseBase], *, even_locked: bool) -> View:
    @wraps(view)
    def guarded(request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponseBase:
        asked = cast("PersonRequest", request)
        if getattr(request, "visit", None) is None:
            response: HttpResponseBase = carrying.elsewhere(request, "people:sign-in")
        elif carrying.is_anothers(request, asked.person.id):
            response = carrying.anothers(request)
        elif asked.keyring.locked and not even_locked:
            response = carrying.elsewhere(request, "people:unlock")
        else:
            response = _answer(view, asked, *args, **kwargs)
        response.headers.setdefault("Cache-Control", "no-store")
        return response

    cast("Any", guarded).guard = "person"
    return guarded


def _answer(
    view: Callable[..., HttpResponseBase], request: "PersonRequest", *args: Any, **kwargs: Any
) -> HttpResponseBase:
    try:
        return view(request, *args, **kwargs)
    except Locked:
        return carrying.elsewhere(request, "people:unlock")
    except Conflict:
        return carrying.meanwhile(request)
    except CannotOpen:
        # New keys were made while this was answered: the sign-in is over. Anything else is a fault.
        if signins.find(request.COOKIES.get(signins.COOKIE, "")) is not None:
            raise
        return carrying.elsewhere(request, "people:sign-in")
