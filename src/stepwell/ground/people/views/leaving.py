"""Going: quick exit, signing out, and drafts handed over on the way."""

from collections.abc import Mapping

import msgspec
from django.conf import settings
from django.core.exceptions import BadRequest, SuspiciousOperation
from django.db import DatabaseError
from django.http import Http404, HttpRequest, HttpResponse, JsonResponse, QueryDict, UnreadablePostError
from django.http.multipartparser import MultiPartParserError
from django.urls import reverse
from django.views.decorators.csrf import csrf_exempt
from django.views.decorators.http import require_POST

from stepwell.ground.people import drafts, signins
from stepwell.ground.people.guards import for_anyone, for_person, see_other
from stepwell.ground.people.left import MARK
from stepwell.ground.people.visitors import PersonRequest

UNREADABLE = (
    BadRequest,
    SuspiciousOperation,
    MultiPartParserError,
    UnreadablePostError,
    ValueError,
    LookupError,
)
OURS = {"same-origin", "none", ""}


# Leaving must never fail for want of a token. All that somebody else could do with it is sign a person out.
@csrf_exempt
@require_POST
@for_anyone
def leave(request: HttpRequest) -> HttpResponse:
    """Ends the sign-in, keeps what was half-written, and leaves nothing of it in the browser.

    Whatever was sent along and whatever breaks, the cookies go. What could not be kept stays in the
    browser, sealed. A page of somebody else gets nothing cleared.
    """
    all_kept = _take_in(request)
    _end(request)
    response = see_other(settings.LEAVE_TO)
    for cookie in (signins.COOKIE, signins.HALF, MARK):
        response.delete_cookie(cookie, path="/")
    if request.headers.get("Sec-Fetch-Site", "") in OURS:
        response.delete_cookie(signins.KNOWN, path="/")
        cleared = ["cache", "cookies", "storage"] if all_kept else ["cache", "cookies"]
        response.headers["Clear-Site-Data"] = ", ".join(f'"{each}"' for each in cleared)
    response.headers["Cache-Control"] = "no-store"
    return response


def _take_in(request: HttpRequest) -> bool:
    """Whether nothing half-written is left that only the browser has."""
    try:
        given = request.POST
    except UNREADABLE:
        return False
    visit = getattr(request, "visit", None)
    if visit is None:
        return not _holds_words(given)
    try:
        return drafts.keep_all(visit.row.person_id, given) and "more" not in given
    except DatabaseError:
        return False


def _holds_words(given: QueryDict) -> bool:
    return "more" in given or any(name.startswith("draft:") for name in given)


def _end(request: HttpRequest) -> None:
    """Where the store does not answer, the browser loses the secret all the same: the row opens nothing."""
    try:
        signins.end(
            cookie=request.COOKIES.get(signins.COOKIE, ""), half=request.COOKIES.get(signins.HALF, "")
        )
    except DatabaseError:
        return


@require_POST
@for_anyone
def sign_out(request: HttpRequest) -> HttpResponse:
    signins.end(cookie=request.COOKIES.get(signins.COOKIE, ""), half=request.COOKIES.get(signins.HALF, ""))
    # Not to the first page, which says what this is about.
    response = see_other(reverse("people:sign-in"))
    for cookie in (signins.COOKIE, signins.HALF):
        response.delete_cookie(cookie, path="/")
    response.headers["Clear-Site-Data"] = '"cache"'
    return response


@require_POST
@for_person
def open_draft(request: PersonRequest) -> HttpResponse:
    given = _sent(request)
    name, blob = given.get("name", ""), drafts.blob_of(given.get("blob", ""))
    fields = drafts.opened(request.keyring, name, blob) if drafts.NAME.match(name) and blob else None
    if fields is None:
        raise Http404
    return JsonResponse({"fields": fields})


def _sent(request: PersonRequest) -> Mapping[str, str]:
    """The page's script sends JSON."""
    if request.content_type != "application/json":
        return {"name": request.POST.get("name", ""), "blob": request.POST.get("blob", "")}
    try:
        return msgspec.json.decode(request.body, type=dict[str, str])
    except msgspec.DecodeError:
        raise Http404 from None
