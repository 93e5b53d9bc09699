"""What was typed and could not be heard, carried in a page of the browser that typed it.

Nothing of it leaves the browser until it is sent again. The page remembers, as a keyed hash, whose words they
are: another who has come in meanwhile in the same browser does not get them into their account.
"""

from hmac import compare_digest
from urllib.parse import urlencode
from uuid import UUID

from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.shortcuts import render
from django.urls import reverse

from stepwell.ground.people import signins
from stepwell.ground.ui.api import NEVER_ECHOED
from stepwell.ground.vault.api import lookup

WRITER = "_writer"


class SeeOther(HttpResponseRedirect):
    status_code = 303


def see_other(url: str) -> HttpResponse:
    return SeeOther(url)


def elsewhere(request: HttpRequest, name: str) -> HttpResponse:
    """To the way in of that name and back; a form waits in a page meanwhile."""
    target = reverse(name) + "?" + urlencode({"next": request.get_full_path()})
    return _carry(request, way=target) if request.method == "POST" else see_other(target)


def is_anothers(request: HttpRequest, person_id: UUID) -> bool:
    """Whether a carried form was written by somebody else than this person."""
    carried = request.POST.get(WRITER, "") if request.method == "POST" else ""
    return bool(carried) and not compare_digest(carried.encode(), _mark(person_id).encode())


def anothers(request: HttpRequest) -> HttpResponse:
    """The words stay in the page, and are not shown to whoever is here now."""
    target = reverse("people:sign-in") + "?" + urlencode({"next": request.get_full_path()})
    return _carry(request, way=target, anothers=True)


def meanwhile(request: HttpRequest) -> HttpResponse:
    """Somebody else, or another window, was first. Nothing was written; it may be sent again."""
    context = _carried(request) | {"posted": request.method == "POST"}
    response = render(request, "people/meanwhile.html", context, status=409)
    response.headers["Cache-Control"] = "no-store"
    return response


def _carry(request: HttpRequest, *, way: str, anothers: bool = False) -> HttpResponse:
    context = _carried(request) | {"way": way, "anothers": anothers}
    return render(request, "people/carry.html", context, status=403)


def _carried(request: HttpRequest) -> dict[str, object]:
    given = request.POST
    kept = [key for key in given if not any(part in key.lower() for part in NEVER_ECHOED)]
    typed = [(key, value) for key in kept if key != WRITER for value in given.getlist(key)]
    shown = [value for _key, value in typed if " " in value.strip()]
    if writer := given.get(WRITER) or _writer(request):
        typed.append((WRITER, writer))
    return {"typed": typed, "shown": shown, "action": request.get_full_path(), "no_nav": True}


def _writer(request: HttpRequest) -> str:
    """Whoever is signed in, else whoever came in last in this browser; empty where that is nobody."""
    visit = getattr(request, "visit", None)
    person_id = visit.row.person_id if visit else signins.knows(request.COOKIES.get(signins.KNOWN, ""))
    return _mark(person_id) if person_id else ""


def _mark(person_id: UUID) -> str:
    return lookup("writer", str(person_id)).hex()
