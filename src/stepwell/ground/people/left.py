"""Somebody who left while there was no connection is gone before anything is shown to whoever comes next.

The page's script sets a mark in the browser before it tells the server; only an answered leaving takes it
away again. A request that still carries it ends what the browser's cookies began.
"""

from collections.abc import Callable

from django.http import HttpRequest, HttpResponse

from stepwell.ground.people import signins

MARK = "__Host-left"
# Leaving itself brings words along, which need their writer; the empty page is where it leads meanwhile.
ON_THE_WAY = {"/leave/", "/blank/"}
ENDED = (signins.COOKIE, signins.HALF)


class Left:
    """Stands before whoever finds out who is asking."""

    def __init__(self, get_response: Callable[[HttpRequest], HttpResponse]) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        if MARK not in request.COOKIES or request.path in ON_THE_WAY:
            return self.get_response(request)
        sent = [request.COOKIES.pop(name, "") for name in ENDED]
        signins.end(cookie=sent[0], half=sent[1])
        response = self.get_response(request)
        for name in (*ENDED, MARK):
            if name not in response.cookies:
                response.delete_cookie(name, path="/")
        # Half-written words stay: they are sealed, and they were not handed over.
        response.headers.setdefault("Clear-Site-Data", '"cache"')
        return response
