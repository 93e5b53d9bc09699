"""Second steps: an app, passkeys, and a second passphrase for what is one's own alone."""

from django.http import HttpResponse
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_POST

from stepwell.ground.people import factors, line, passkeys, passphrases, signins
from stepwell.ground.people.forms import CodeForm, NewPassphrase, SureForm
from stepwell.ground.people.guards import for_person, see_other
from stepwell.ground.people.pictures import qr
from stepwell.ground.people.views.account import proven
from stepwell.ground.people.views.answers import page, told_if_crowded, typed
from stepwell.ground.people.visitors import PersonRequest
from stepwell.ground.vault.api import has_lock


@require_POST
@for_person
def add_passkey(request: PersonRequest) -> HttpResponse:
    answer = request.POST.get("credential", "")
    if passkeys.possible() and passkeys.add(request.keyring, request.visit.row, answer):
        signins.end_all(request.person.id, but=request.visit.row.pk)
    return see_other(reverse("people:second-factor"))


@require_http_methods(["GET", "HEAD", "POST"])
@for_person
def factor(request: PersonRequest) -> HttpResponse:
    form = CodeForm(typed(request))
    if request.method == "POST" and not factors.has_app(request.keyring) and form.is_valid():
        if factors.confirm(request.keyring, request.visit.row.pk, form.cleaned_data["code"]):
            signins.end_all(request.person.id, but=request.visit.row.pk)
            return see_other(reverse("people:settings"))
        form.add_error("code", _("This code does not fit. Write the one that shows now."))
    return _steps(request, begin=form)


@require_POST
@for_person
def end_factor(request: PersonRequest) -> HttpResponse:
    form = SureForm(request.POST)
    if form.is_valid():
        with told_if_crowded(form), line.place():
            if proven(request, form, "password"):
                factors.end(request.keyring)
                passkeys.end(request.keyring)
                signins.end_all(request.person.id, but=request.visit.row.pk)
                return see_other(reverse("people:settings"))
    return _steps(request, end=form)


def _steps(
    request: PersonRequest, *, begin: CodeForm | None = None, end: SureForm | None = None
) -> HttpResponse:
    """What is on, what may be added, and the way to end it."""
    has_app, has_key = factors.has_app(request.keyring), passkeys.has_any(request.keyring)
    more: dict[str, object] = {}
    if not has_app:
        seed = factors.seed_to_show(request.keyring, request.visit.row.pk)
        more = {"seed": spelled(seed), "qr": qr(factors.address_of(seed)), "begin": begin or CodeForm()}
    if has_app or has_key:
        more["end"] = end or SureForm(auto_id="end_%s")
    key = passkeys.ask_to_add(request.keyring, request.visit.row) if passkeys.possible() else ""
    about = {"key": key, "has_key": has_key, "has_app": has_app, "area": "mine", **more}
    return page(request, "people/second_step.html", end or begin or CodeForm(), **about)


def spelled(seed: str) -> str:
    """In groups of four, to be typed by hand. Apps leave the spaces out."""
    return " ".join(seed[at : at + 4] for at in range(0, len(seed), 4))


@require_http_methods(["GET", "HEAD", "POST"])
@for_person
def lock(request: PersonRequest) -> HttpResponse:
    form = NewPassphrase(typed(request))
    if request.method == "POST" and form.is_valid():
        with told_if_crowded(form), line.place():
            passphrases.put(request.visit, form.cleaned_data["password"])
            return see_other(reverse("people:settings"))
    return page(request, "people/lock.html", form, has_lock=has_lock(request.person.id), area="mine")


@require_POST
@for_person
def end_lock(request: PersonRequest) -> HttpResponse:
    passphrases.take_away(request.visit)
    return see_other(reverse("people:settings"))
