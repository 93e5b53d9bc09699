"""What a person sees when the disk is full, the database is busy, or somebody else was first.

A calm page, with the words that were sent, and nothing half-written.

Every verb that writes does so in one transaction, so what failed left nothing behind. `fault` is
the site's handler500: Django calls it inside the `except`, so the error itself is at hand.
"""

import sys
from collections.abc import Callable
from errno import ENOSPC
from http import HTTPStatus

from django.conf import settings
from django.core.exceptions import BadRequest, RequestDataTooBig
from django.db import InterfaceError, OperationalError
from django.http import HttpRequest, HttpResponse
from django.template.loader import render_to_string

from stepwell.ground.ui.api import NEVER_ECHOED, broken
from stepwell.ground.vault.api import Conflict

FULL = ("database or disk is full", "no space left on device", "could not extend file", "disk full")
# Whatever else a sender calls its text can decode to halves of characters, or not at all.
OUR_CHARSET = {"utf-8", "utf8"}
# Ends a sign-in whatever is sent with it; its view reads no more than the limit either.
LEAVING = "/leave/"


class Limits:
    """Refuses what no page of ours sends, by size or by alphabet, before any of it is read."""

    def __init__(self, get_response: Callable[[HttpRequest], HttpResponse]) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        if request.path == LEAVING:
            return self.get_response(request)
        length = request.META.get("CONTENT_LENGTH") or "0"
        if not length.isdecimal() or int(length) > settings.DATA_UPLOAD_MAX_MEMORY_SIZE:
            raise RequestDataTooBig
        if (request.content_params or {}).get("charset", "utf-8").lower() not in OUR_CHARSET:
            raise BadRequest("Forms are sent in UTF-8.")
        return self.get_response(request)


def fault(request: HttpRequest) -> HttpResponse:
    """507 when there is no room, 409 when somebody else was first, 503 when the database did not answer.

    Else the page for what broke.
    """
    error = sys.exc_info()[1]
    if is_full(error):
        return _page(request, HTTPStatus.INSUFFICIENT_STORAGE, "site/full.html")
    if isinstance(error, Conflict):
        return _page(request, HTTPStatus.CONFLICT, "site/changed.html")
    if isinstance(error, OperationalError | InterfaceError):
        return _page(request, HTTPStatus.SERVICE_UNAVAILABLE, "site/busy.html")
    return broken(request)


def is_full(error: BaseException | None) -> bool:
    while error is not None:
        if isinstance(error, OSError) and error.errno == ENOSPC:
            return True
        if isinstance(error, OperationalError) and any(words in str(error).lower() for words in FULL):
            return True
        error = error.__cause__
    return False


def _typed(request: HttpRequest) -> list[tuple[str, str]]:
    """What was typed, without secrets, to be sent again. Only once the form's own token was seen to fit:
    a fresh token beside a stranger's words would send them."""
    if request.method != "POST" or not getattr(request, "csrf_processing_done", False):
        return []
    kept = [name for name in request.POST if not any(part in name.lower() for part in NEVER_ECHOED)]
    return [(name, value) for name in kept for value in request.POST.getlist(name)]


def _page(request: HttpRequest, status: HTTPStatus, template: str) -> HttpResponse:
    try:
        typed = _typed(request)
        words = [value for _name, value in typed if " " in value.strip()]
        context = {"typed": typed, "shown": words, "action": request.get_full_path(), "no_nav": True}
        page = render_to_string(template, context, request)
    except Exception:  # the page itself needed what is not there: the plainest page still needs nothing
        return broken(request)
    response = HttpResponse(page, status=status, headers={"Cache-Control": "no-store"})
    if status != HTTPStatus.CONFLICT:
        response.headers["Retry-After"] = "30"
    return response
