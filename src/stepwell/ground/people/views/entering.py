"""Coming in: a place of one's own, signing in, the second factor, and opening what is locked."""

from urllib.parse import urlencode

from django.conf import settings
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.utils.http import url_has_allowed_host_and_scheme
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods

from stepwell.ground.people import accounts, factors, limits, names, passkeys, signins
from stepwell.ground.people.forms import CodeForm, PassphraseForm, SignInForm, SignUpForm
from stepwell.ground.people.guards import even_locked, for_anyone, see_other
from stepwell.ground.people.models import HalfSignIn
from stepwell.ground.people.visitors import PersonRequest
from stepwell.ground.ui.api import PlainForm
from stepwell.ground.vault.api import Master, check_password, open_lock, wrap_opened


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


def slow_down(form: PlainForm, seconds: int) -> None:
    minutes = max(1, round(seconds / 60))
    form.add_error(
        None,
        _("That was a few tries. Wait about %(minutes)d minutes, then try again.") % {"minutes": minutes},
    )


@require_http_methods(["GET", "HEAD", "POST"])
@for_anyone
def sign_up(request: HttpRequest) -> HttpResponse:
    form = SignUpForm(request.POST or None)
    if settings.SIGN_UP_OPEN and request.method == "POST" and form.is_valid():
        given = form.cleaned_data
        try:
            made = accounts.sign_up(name=given["name"], password=given["password"], zone=given["zone"])
        except accounts.NameTaken:
            form.add_error("name", _("Somebody signs in with this name already. Choose another."))
        else:
            return first_time(request, made.master, made.code)
    context = {
        "form": form,
        "operator": settings.OPERATOR,
        "open": settings.SIGN_UP_OPEN,
        "next": onward(request),
    }
    return render(request, "people/sign_up.html", context)


def first_time(request: HttpRequest, master: Master, code: str) -> HttpResponse:
    """The printed code, shown once, in a browser that is now signed in."""
    context = {"code": code, "next": onward(request), "no_nav": True}
    response = render(request, "people/code.html", context)
    response.headers["Cache-Control"] = "no-store"
    signins.begin(response, master, stay=False, label=label_of(request))
    signins.know(response, master.person_id)
    return response


@require_http_methods(["GET", "HEAD", "POST"])
@for_anyone
def sign_in(request: HttpRequest) -> HttpResponse:
    form = SignInForm(request.POST or None)
    master = _checked(request, form) if request.method == "POST" and form.is_valid() else None
    if master is None:
        return render(request, "people/sign_in.html", {"form": form, "next": onward(request)})
    if factors.has_any(master):
        response = see_other(reverse("people:factor") + "?" + urlencode({"next": onward(request)}))
        signins.begin_half(response, master, stay=form.cleaned_data["stay"])
        return response
    return _entered(request, master, stay=form.cleaned_data["stay"])


def _checked(request: HttpRequest, form: SignInForm) -> Master | None:
    person_id = names.find(form.cleaned_data["name"])
    cookie = request.COOKIES.get(signins.KNOWN, "")
    browser = cookie if person_id and signins.known(cookie, person_id) else ""
    where = limits.bucket(names.plain(form.cleaned_data["name"]), browser)
    if seconds := limits.wait(where):
        slow_down(form, seconds)
        return None
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
    if not signins.known(request.COOKIES.get(signins.KNOWN, ""), master.person_id):
        signins.know(response, master.person_id)
    return response


@require_http_methods(["GET", "HEAD", "POST"])
@for_anyone
def factor(request: HttpRequest) -> HttpResponse:
    half = signins.find_half(request.COOKIES.get(signins.HALF, ""))
    if half is None:
        return see_other(reverse("people:sign-in"))
    row, master = half
    form = CodeForm(request.POST or None)
    if request.method == "POST" and _second_step(form, row, master, request.POST.get("credential", "")):
        response = _entered(request, master, stay=row.stay)
        row.delete()
        return response
    key = passkeys.ask(master) if passkeys.possible() and passkeys.has_any(master) else ""
    context = {"form": form, "key": key, "app": factors.has_app(master), "next": onward(request)}
    return render(request, "people/factor.html", context)


def _second_step(form: CodeForm, row: HalfSignIn, master: Master, credential: str) -> bool:
    where = limits.bucket(str(row.person_id), "factor")
    if seconds := limits.wait(where):
        form.full_clean()
        slow_down(form, seconds)
        return False
    if credential:
        fits = passkeys.check(master, credential)
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
    form = PassphraseForm(request.POST or None)
    if not request.keyring.locked:
        return see_other(onward(request))
    if request.method == "POST" and form.is_valid():
        where = limits.bucket(str(request.person.id), "passphrase")
        if seconds := limits.wait(where):
            slow_down(form, seconds)
        elif opened := open_lock(request.visit.master, form.cleaned_data["passphrase"]):
            limits.forget(where)
            row = request.visit.row
            row.opened = wrap_opened(request.visit.sk, opened)
            row.save(update_fields=["opened"])
            return see_other(onward(request))
        else:
            limits.failed(where)
            form.add_error("passphrase", _("That is not the passphrase. Try again."))
    return render(request, "people/locked.html", {"form": form, "next": onward(request), "no_nav": True})
