"""Coming in: a place of one's own, signing in, the second factor, and opening what is locked."""

from urllib.parse import urlencode
from uuid import UUID

from django.conf import settings
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.utils.http import url_has_allowed_host_and_scheme
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods

from stepwell.ground.people import accounts, factors, limits, line, names, passkeys, passphrases, signins
from stepwell.ground.people.forms import CodeForm, PassphraseForm, SignInForm, SignUpForm
from stepwell.ground.people.guards import even_locked, for_anyone, see_other
from stepwell.ground.people.models import HalfSignIn
from stepwell.ground.people.views.answers import page, slow_down, told_if_crowded, typed
from stepwell.ground.people.visitors import PersonRequest
from stepwell.ground.vault.api import Master, check_password, open_lock


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


@require_http_methods(["GET", "HEAD", "POST"])
@for_anyone
def sign_up(request: HttpRequest) -> HttpResponse:
    form = SignUpForm(typed(request))
    if settings.SIGN_UP_OPEN and request.method == "POST" and form.is_valid():
        given = form.cleaned_data
        with told_if_crowded(form), line.place():
            try:
                made = accounts.sign_up(name=given["name"], password=given["password"], zone=given["zone"])
            except accounts.NameTaken:
                form.add_error("name", _("Somebody signs in with this name already. Choose another."))
            else:
                return first_time(request, made.master, made.code)
    about = {"operator": settings.OPERATOR, "open": settings.SIGN_UP_OPEN, "next": onward(request)}
    return page(request, "people/sign_up.html", form, **about)


def first_time(request: HttpRequest, master: Master, code: str) -> HttpResponse:
    """The printed code, shown once, in a browser that is now signed in."""
    context = {"code": code, "next": onward(request), "no_nav": True}
    response = render(request, "people/code.html", context)
    response.headers["Cache-Control"] = "no-store"
    signins.begin(response, master, stay=False, label=label_of(request))
    signins.know(response, master.person_id, request.COOKIES.get(signins.KNOWN, ""))
    return response


@require_http_methods(["GET", "HEAD", "POST"])
@for_anyone
def sign_in(request: HttpRequest) -> HttpResponse:
    form = SignInForm(typed(request))
    master = _checked(request, form) if request.method == "POST" and form.is_valid() else None
    if master is None:
        return page(request, "people/sign_in.html", form, next=onward(request))
    if factors.has_any(master):
        response = see_other(reverse("people:factor") + "?" + urlencode({"next": onward(request)}))
        signins.begin_half(response, master, stay=form.cleaned_data["stay"])
        return response
    return _entered(request, master, stay=form.cleaned_data["stay"])


def _checked(request: HttpRequest, form: SignInForm) -> Master | None:
    person_id = names.find(form.cleaned_data["name"])
    where = limits.bucket(names.plain(form.cleaned_data["name"]), _browser(request, person_id))
    if seconds := limits.wait(where):
        slow_down(form, seconds)
        return None
    with told_if_crowded(form), line.place():
        return _right(form, person_id, where)
    return None


def _browser(request: HttpRequest, person_id: UUID | None) -> str:
    """What tells a browser that this person used before from all the others, which are one."""
    cookie = request.COOKIES.get(signins.KNOWN, "")
    return cookie if person_id and signins.known(cookie, person_id) else ""


def _right(form: SignInForm, person_id: UUID | None, where: bytes) -> Master | None:
    master = check_password(person_id, form.cleaned_data["password"])
    if master is None:
        limits.failed(where)
        form.add_error(None, _("The name and the password do not belong together. Try again."))
        return None
    limits.forget(where)
    return master


def _entered(request: HttpRequest, master: Master, *, stay: bool) -> HttpResponse:
    response = see_other(onward(request))
    signins.begin(response, master, stay=stay, label=label_of(request))
    signins.know(response, master.person_id, request.COOKIES.get(signins.KNOWN, ""))
    return response


@require_http_methods(["GET", "HEAD", "POST"])
@for_anyone
def factor(request: HttpRequest) -> HttpResponse:
    half = signins.find_half(request.COOKIES.get(signins.HALF, ""))
    if half is None:
        return see_other(reverse("people:sign-in"))
    row, master = half
    form = CodeForm(typed(request))
    if request.method == "POST" and _second_step(request, form, row, master):
        response = _entered(request, master, stay=row.stay)
        row.delete()
        return response
    key = passkeys.ask(master, row) if passkeys.possible() and passkeys.has_any(master) else ""
    context = {"key": key, "app": factors.has_app(master), "next": onward(request)}
    return page(request, "people/factor.html", form, **context)


def _second_step(request: HttpRequest, form: CodeForm, row: HalfSignIn, master: Master) -> bool:
    where = limits.bucket(str(row.person_id), limits.FACTOR + _browser(request, row.person_id))
    credential = request.POST.get("credential", "")
    if seconds := limits.wait(where):
        form.full_clean()
        slow_down(form, seconds)
        return False
    if credential:
        fits = passkeys.check(master, row, credential)
    else:
        fits = form.is_valid() and factors.check_code(master, form.cleaned_data["code"])
    if fits:
        limits.forget(where)
        return True
    limits.failed(where)
    form.full_clean()
    form.add_error("code", _("This does not fit. Write the code that shows now."))
    return False


@require_http_methods(["GET", "HEAD", "POST"])
@even_locked
def unlock(request: PersonRequest) -> HttpResponse:
    form = PassphraseForm(typed(request))
    if not request.keyring.locked:
        return see_other(onward(request))
    if request.method == "POST" and form.is_valid():
        with told_if_crowded(form), line.place():
            if _opened(request, form):
                return see_other(onward(request))
    return page(request, "people/locked.html", form, next=onward(request), no_nav=True)


def _opened(request: PersonRequest, form: PassphraseForm) -> bool:
    where = limits.bucket(str(request.person.id), limits.PASSPHRASE)
    if seconds := limits.wait(where):
        slow_down(form, seconds)
        return False
    opened = open_lock(request.visit.master, form.cleaned_data["passphrase"])
    if opened is None:
        limits.failed(where)
        form.add_error("passphrase", _("That is not the passphrase. Try again."))
        return False
    limits.forget(where)
    passphrases.keep_open(request.visit, opened)
    return True
