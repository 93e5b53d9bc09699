"""Coming in: a place of one's own, signing in, the second factor, and opening what is locked."""

from urllib.parse import urlencode
from uuid import UUID

from django.conf import settings
from django.http import HttpRequest, HttpResponse
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods

from stepwell.ground.people import accounts, factors, limits, line, names, passkeys, passphrases, signins
from stepwell.ground.people.forms import CodeForm, PassphraseForm, SignInForm, SignUpForm
from stepwell.ground.people.guards import even_locked, for_anyone, see_other
from stepwell.ground.people.models import HalfSignIn
from stepwell.ground.people.views.answers import page, slow_down, told_if_crowded, typed
from stepwell.ground.people.views.arriving import enter, once_more, onward, to_code
from stepwell.ground.people.visitors import PersonRequest
from stepwell.ground.vault.api import Master, check_password, open_lock


@require_http_methods(["GET", "HEAD", "POST"])
@for_anyone
def sign_up(request: HttpRequest) -> HttpResponse:
    form = SignUpForm(typed(request))
    if settings.SIGN_UP_OPEN and request.method == "POST" and form.is_valid():
        with told_if_crowded(form), line.place():
            if answer := _made(request, form):
                return answer
    about = {"operator": settings.OPERATOR, "open": settings.SIGN_UP_OPEN, "next": onward(request)}
    return page(request, "people/sign_up.html", form, **about)


def _made(request: HttpRequest, form: SignUpForm) -> HttpResponse | None:
    given = form.cleaned_data
    asked = {key: given[key] for key in ("name", "password", "zone")}
    try:
        made = accounts.sign_up(**asked, form=given["form_id"])
    except accounts.NameTaken:
        if answer := once_more(request, form, names.find(given["name"]), names.plain(given["name"])):
            return answer
        form.add_error("name", _("Somebody signs in with this name already. Choose another."))
        return None
    return to_code(request, made.master)


@require_http_methods(["GET", "HEAD", "POST"])
@for_anyone
def sign_in(request: HttpRequest) -> HttpResponse:
    form = SignInForm(typed(request))
    master = _checked(request, form) if request.method == "POST" and form.is_valid() else None
    if master is None:
        return page(request, "people/sign_in.html", form, next=onward(request))
    if factors.has_any(master):
        response = see_other(reverse("people:factor") + "?" + urlencode({"next": onward(request)}))
        signins.end(half=request.COOKIES.get(signins.HALF, ""))
        signins.begin_half(response, master, stay=form.cleaned_data["stay"])
        return response
    return _entered(request, master, stay=form.cleaned_data["stay"])


def _checked(request: HttpRequest, form: SignInForm) -> Master | None:
    person_id = names.find(form.cleaned_data["name"])
    browser = browser_of(request, person_id)
    where = limits.bucket(names.plain(form.cleaned_data["name"]), browser)
    longest = limits.LONGEST if browser else limits.AMONG_STRANGERS
    if seconds := limits.wait(where, longest=longest):
        slow_down(form, seconds)
        return None
    with told_if_crowded(form), line.place(known=bool(browser)):
        if seconds := limits.counted(where, longest=longest):
            slow_down(form, seconds)
            return None
        return _right(form, person_id, where)
    return None


def browser_of(request: HttpRequest, person_id: UUID | None) -> str:
    """What tells a browser that this person used before from all the others, which are one."""
    cookie = request.COOKIES.get(signins.KNOWN, "")
    return cookie if person_id and signins.known(cookie, person_id) else ""


def _right(form: SignInForm, person_id: UUID | None, where: bytes) -> Master | None:
    master = check_password(person_id, form.cleaned_data["password"])
    if master is None:
        form.add_error(None, _("The name and the password do not belong together. Try again."))
        return None
    limits.forget(where)
    return master


def _entered(request: HttpRequest, master: Master, *, stay: bool) -> HttpResponse:
    response = see_other(onward(request))
    enter(request, response, master, stay=stay)
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
        return _entered(request, master, stay=row.stay)
    key = passkeys.ask(master, row) if passkeys.possible() and passkeys.has_any(master) else ""
    context = {"key": key, "app": factors.has_app(master), "next": onward(request)}
    return page(request, "people/factor.html", form, **context)


def _second_step(request: HttpRequest, form: CodeForm, row: HalfSignIn, master: Master) -> bool:
    where = limits.bucket(str(row.person_id), limits.FACTOR + browser_of(request, row.person_id))
    credential = request.POST.get("credential", "")
    if seconds := limits.counted(where):
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
    form.full_clean()
    form.add_error("code", _("This does not fit. Write the code that shows now."))
    return False


@require_http_methods(["GET", "HEAD", "POST"])
@even_locked
def unlock(request: PersonRequest) -> HttpResponse:
    form = PassphraseForm(typed(request))
    if not request.keyring.locked:
        return see_other(onward(request))
    if request.method == "POST" and form.is_valid() and _opened(request, form):
        return see_other(onward(request))
    return page(request, "people/locked.html", form, next=onward(request), no_nav=True)


def _opened(request: PersonRequest, form: PassphraseForm) -> bool:
    """The printed code is tried first and never slowed down: it is too long to be guessed."""
    words = form.cleaned_data["passphrase"]
    opened = passphrases.by_printed_code(request.visit.master, words)
    if opened is None:
        with told_if_crowded(form), line.place(known=True):
            opened = _by_passphrase(request, form, words)
    if opened:
        passphrases.keep_open(request.visit, opened)
    return opened is not None


def _by_passphrase(request: PersonRequest, form: PassphraseForm, words: str) -> bytes | None:
    where = limits.bucket(str(request.person.id), limits.PASSPHRASE)
    if seconds := limits.counted(where):
        slow_down(form, seconds)
        return None
    opened = open_lock(request.visit.master, words)
    if opened is None:
        form.add_error("passphrase", _("That is neither the passphrase nor the printed code. Try again."))
        return None
    limits.forget(where)
    return opened
