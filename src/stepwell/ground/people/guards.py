"""The two guards. Every view of the house carries exactly one; a test of the house holds that."""

from collections.abc import Callable
from functools import wraps
from typing import Any, cast
from urllib.parse import urlencode

from django.http import HttpRequest, HttpResponse, HttpResponseBase, HttpResponseRedirect
from django.shortcuts import render
from django.urls import reverse

from stepwell.ground.people.visitors import PersonRequest
from stepwell.ground.ui.api import NEVER_ECHOED
from stepwell.ground.vault.api import Locked

View = Callable[..., HttpResponseBase]


class SeeOther(HttpResponseRedirect):
    status_code = 303


def see_other(url: str) -> HttpResponse:
    return SeeOther(url)


def for_anyone(view: Callable[..., HttpResponse]) -> View:
    """Declares a page that needs no sign-in."""

    @wraps(view)
    def open_to_all(request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponse:
        response = view(request, *args, **kwargs)
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
            response: HttpResponseBase = _elsewhere(request, "people:sign-in")
        elif asked.keyring.locked and not even_locked:
            response = _elsewhere(request, "people:unlock")
        else:
            try:
                response = view(asked, *args, **kwargs)
            except Locked:
                response = _elsewhere(request, "people:unlock")
        response.headers.setdefault("Cache-Control", "no-store")
        return response

    cast("Any", guarded).guard = "person"
    return guarded


def _elsewhere(request: HttpRequest, name: str) -> HttpResponse:
    target = reverse(name) + "?" + urlencode({"next": request.get_full_path()})
    if request.method != "POST":
        return see_other(target)
    kept = [key for key in request.POST if not any(part in key.lower() for part in NEVER_ECHOED)]
    typed = [(key, value) for key in kept for value in request.POST.getlist(key)]
    shown = [value for _key, value in typed if " " in value.strip()]
    # The form opens again in this tab once signed in: nothing leaves the browser until then.
    context = {
        "typed": typed,
        "shown": shown,
        "action": request.get_full_path(),
        "way": target,
        "no_nav": True,
    }
    return render(request, "people/carry.html", context, status=403)
