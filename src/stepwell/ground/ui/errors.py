"""Pages for what went wrong. Each keeps its bytes for everybody in the same state, so none tells more."""

from http import HTTPStatus
from urllib.parse import urlsplit

from django.core.exceptions import RequestDataTooBig
from django.http import HttpRequest, HttpResponse
from django.template.loader import render_to_string

from stepwell.ground.ui.frame import Frame

LAST_RESORT = (
    b"<!doctype html><html lang=en><meta charset=utf-8><title>Page</title>"
    b"<p>Something broke on our side. What you were told is kept stays kept."
    b" You may try again in a minute.</p>"
    b"<form method=post action=/leave/><button>Leave</button></form>"
)
# Parts of the names of fields. A password stands in its second field too, and the old one still opens things.
NEVER_ECHOED = (
    "csrfmiddlewaretoken", "password", "again", "old", "passphrase", "printed", "code", "secret", "seed",
    "credential", "draft:",
)  # fmt: skip


def _page(request: HttpRequest, status: HTTPStatus) -> HttpResponse:
    response = HttpResponse(render_to_string(f"ui/{status:d}.html", {}, request), status=status)
    response.headers["Cache-Control"] = "no-store"
    return response


def bad_request(request: HttpRequest, exception: Exception | None = None) -> HttpResponse:
    if isinstance(exception, RequestDataTooBig):
        return _page(request, HTTPStatus.REQUEST_ENTITY_TOO_LARGE)
    return _page(request, HTTPStatus.BAD_REQUEST)


def forbidden(request: HttpRequest, exception: Exception | None = None) -> HttpResponse:  # noqa: ARG001 - as called
    return _page(request, HTTPStatus.FORBIDDEN)


def not_found(request: HttpRequest, exception: Exception | None = None) -> HttpResponse:  # noqa: ARG001 - as called
    return _page(request, HTTPStatus.NOT_FOUND)


def not_allowed(request: HttpRequest, refusal: HttpResponse) -> HttpResponse:
    """Somebody opened an address that only takes forms: a page instead of Django's empty answer."""
    if refusal.streaming or refusal.content:
        return refusal
    response = _page(request, HTTPStatus.METHOD_NOT_ALLOWED)
    response.headers["Allow"] = refusal.headers.get("Allow", "")
    return response


def too_many(request: HttpRequest, retry_after: int | None = None) -> HttpResponse:
    """For a limit that was reached; `retry_after` in seconds."""
    response = _page(request, HTTPStatus.TOO_MANY_REQUESTS)
    if retry_after is not None:
        response.headers["Retry-After"] = str(retry_after)
    return response


def broken(request: HttpRequest) -> HttpResponse:  # noqa: ARG001 - Django calls it so
    """Drawn without the person and without a database: either may be what broke."""
    try:
        page = render_to_string("ui/500.html", {"frame": Frame(None)}).encode()
    except Exception:  # whatever it is, the person still gets a page and a way to leave
        page = LAST_RESORT
    response = HttpResponse(page, status=HTTPStatus.INTERNAL_SERVER_ERROR)
    response.headers["Cache-Control"] = "no-store"
    return response


def from_our_own_page(request: HttpRequest) -> bool:
    """Whether the browser itself says that one of our pages sent this.

    Without that, the words may be a stranger's, and a fresh token beside them would send their form for them.
    """
    site = request.headers.get("Sec-Fetch-Site")
    if site is not None:
        return site == "same-origin"
    sent_by = request.headers.get("Origin") or request.headers.get("Referer") or ""
    parts = urlsplit(sent_by)
    return (parts.scheme, parts.netloc) == (request.scheme, request.get_host())


def form_went_stale(request: HttpRequest, reason: str = "") -> HttpResponse:  # noqa: ARG001 - as called
    """The form's token no longer fits. What was typed comes back with a fresh one; secrets do not."""
    typed: list[tuple[str, str]] = []
    left_out = False
    if request.method == "POST" and from_our_own_page(request):
        for name, values in request.POST.lists():
            secret = any(part in name.lower() for part in NEVER_ECHOED)
            left_out = left_out or (secret and name != "csrfmiddlewaretoken")
            typed += [] if secret else [(name, value) for value in values]
    shown = [value for _name, value in typed if " " in value.strip() or "\n" in value]
    context = {"typed": typed, "shown": shown, "left_out": left_out, "action": request.get_full_path()}
    page = render_to_string("ui/stale.html", context, request)
    response = HttpResponse(page, status=HTTPStatus.FORBIDDEN)
    response.headers["Cache-Control"] = "no-store"
    return response
