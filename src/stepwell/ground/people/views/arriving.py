"""The step from a form that opened a place into it: the browser signed in, and the printed code to keep."""

from urllib.parse import urlencode
from uuid import UUID

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.utils.http import url_has_allowed_host_and_scheme
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods

from stepwell.ground.people import codes, limits, signins
from stepwell.ground.people.guards import even_locked, see_other
from stepwell.ground.people.models import SignIn
from stepwell.ground.people.visitors import PersonRequest
from stepwell.ground.ui.api import PlainForm
from stepwell.ground.vault.api import Master


def onward(request: HttpRequest) -> str:
    """Where to go next: only ever a page of our own."""
    asked = request.POST.get("next") or request.GET.get("next") or "/"
    safe = url_has_allowed_host_and_scheme(asked, allowed_hosts=None)
    return asked if safe and asked.startswith("/") else "/"


def label_of(request: HttpRequest) -> str:
    agent = request.headers.get("User-Agent", "")
    kind = next(
        (word for word in ("iPhone", "iPad", "Android", "Windows", "Mac", "Linux") if word in agent), ""
    )
    return kind or _("A browser")


def enter(
    request: HttpRequest, response: HttpResponse, master: Master, *, stay: bool, opened: bytes | None = None
) -> SignIn:
    """Sign this browser in, in place of whatever it still held."""
    signins.end(cookie=request.COOKIES.get(signins.COOKIE, ""), half=request.COOKIES.get(signins.HALF, ""))
    row = signins.begin(response, master, stay=stay, label=label_of(request), opened=opened)
    signins.know(response, master.person_id, request.COOKIES.get(signins.KNOWN, ""))
    return row


def to_code(request: HttpRequest, master: Master, *, opened: bytes | None = None) -> HttpResponse:
    """In, and to the page of the code that was just made. `opened` is what opens a locked own circle."""
    response = see_other(reverse("people:code") + "?" + urlencode({"next": onward(request)}))
    row = enter(request, response, master, stay=False, opened=opened)
    codes.belongs_to(master, row.pk)
    return response


def once_more(
    request: HttpRequest, form: PlainForm, person_id: UUID | None, account: str
) -> HttpResponse | None:
    """The page of the same code, for a form that was sent twice. Call it in line.

    A second tap arrives when the first has already changed what it asks for. Guesses are slowed down here
    too, though all that they could see is how long the answer takes.
    """
    where = limits.bucket(account, limits.SENT_AGAIN)
    if limits.counted(where, longest=limits.AMONG_STRANGERS):
        return None
    given = form.cleaned_data
    master = codes.sent_again(person_id, given["password"], given["form_id"])
    if master is None:
        return None
    limits.forget(where)
    return to_code(request, master)


@require_http_methods(["GET", "HEAD", "POST"])
@even_locked
def code(request: PersonRequest) -> HttpResponse:
    """The printed code, until its owner says that it is kept. Then nothing here shows it again."""
    shown = codes.readable(request.keyring, request.visit.row.pk)
    if request.method == "POST" and shown:
        codes.drop(request.keyring)
        return see_other(onward(request))
    if not shown:
        return see_other(onward(request) if request.method == "POST" else reverse("people:settings"))
    return render(request, "people/code.html", {"code": shown, "next": onward(request), "no_nav": True})
