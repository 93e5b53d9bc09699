"""Going: quick exit, signing out, and drafts handed over on the way."""

from collections.abc import Mapping

import msgspec
from django.conf import settings
from django.http import Http404, HttpRequest, HttpResponse, JsonResponse
from django.views.decorators.csrf import csrf_exempt
from django.views.decorators.http import require_POST

from stepwell.ground.people import drafts, signins
from stepwell.ground.people.guards import for_anyone, for_person, see_other
from stepwell.ground.people.visitors import PersonRequest


# Leaving must never fail for want of a token. All that somebody else could do with it is sign a person out.
@csrf_exempt
@require_POST
@for_anyone
def leave(request: HttpRequest) -> HttpResponse:
    """Ends the sign-in, keeps what was half-written, and leaves nothing of it in the browser."""
    visit = getattr(request, "visit", None)
    if visit is not None:
        drafts.keep_all(visit.row.person_id, request.POST)
    signins.end(cookie=request.COOKIES.get(signins.COOKIE, ""), half=request.COOKIES.get(signins.HALF, ""))
    response = see_other(settings.LEAVE_TO)
    for cookie in (signins.COOKIE, signins.HALF, signins.KNOWN):
        response.delete_cookie(cookie, path="/")
    response.headers["Clear-Site-Data"] = '"cache", "cookies", "storage"'
    response.headers["Cache-Control"] = "no-store"
    return response


@require_POST
@for_anyone
def sign_out(request: HttpRequest) -> HttpResponse:
    signins.end(cookie=request.COOKIES.get(signins.COOKIE, ""))
    response = see_other("/")
    response.delete_cookie(signins.COOKIE, path="/")
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
