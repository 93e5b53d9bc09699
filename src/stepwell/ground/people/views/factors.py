"""Second steps: an app, passkeys, and a second passphrase for what is one's own alone."""

from urllib.parse import urlencode

from django.http import HttpResponse
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_POST

from stepwell.ground.people import codes, factors, line, passkeys, passphrases, signins
from stepwell.ground.people.forms import BeginForm, NewPassphrase, SureForm
from stepwell.ground.people.guards import for_person, see_other
from stepwell.ground.people.pictures import qr
from stepwell.ground.people.views.answers import page, told_if_crowded, typed
from stepwell.ground.people.views.proving import proven, sure
from stepwell.ground.people.visitors import PersonRequest
from stepwell.ground.ui.api import PlainForm
from stepwell.ground.vault.api import has_lock


@require_POST
@for_person
def add_passkey(request: PersonRequest) -> HttpResponse:
    form, answer = SureForm(request.POST, auto_id="key_%s"), request.POST.get("credential", "")
    if not sure(request, form):
        return _steps(request, add=form)
    if passkeys.possible() and passkeys.add(request.keyring, request.visit.row, answer):
        signins.end_all(request.person.id, but=request.visit.row.pk)
    return see_other(reverse("people:second-factor"))


@require_http_methods(["GET", "HEAD", "POST"])
@for_person
def factor(request: PersonRequest) -> HttpResponse:
    form = BeginForm(typed(request))
    if not factors.has_app(request.keyring) and sure(request, form):
        if factors.confirm(request.keyring, request.visit.row.pk, form.cleaned_data["code"]):
            signins.end_all(request.person.id, but=request.visit.row.pk)
            return see_other(reverse("people:settings"))
        form.add_error("code", _("This code does not fit. Write the one that shows now."))
    return _steps(request, begin=form)


@require_POST
@for_person
def end_factor(request: PersonRequest) -> HttpResponse:
    form = SureForm(request.POST, auto_id="end_%s")
    if sure(request, form):
        factors.end(request.keyring)
        passkeys.end(request.keyring)
        signins.end_all(request.person.id, but=request.visit.row.pk)
        return see_other(reverse("people:settings"))
    return _steps(request, end=form)


def _steps(
    request: PersonRequest,
    *,
    begin: BeginForm | None = None,
    add: SureForm | None = None,
    end: SureForm | None = None,
) -> HttpResponse:
    """What is on, what may be added, and the way to end it. At most one of the forms was sent."""
    has_app, has_key = factors.has_app(request.keyring), passkeys.has_any(request.keyring)
    more: dict[str, object] = {}
    if not has_app:
        seed = factors.seed_to_show(request.keyring, request.visit.row.pk)
        more = {"seed": spelled(seed), "qr": qr(factors.address_of(seed)), "begin": begin or BeginForm()}
    if has_app or has_key:
        more["end"] = end or SureForm(auto_id="end_%s")
    key = passkeys.ask_to_add(request.keyring, request.visit.row) if passkeys.possible() else ""
    add_form = add or SureForm(auto_id="key_%s")
    about = {"key": key, "add": add_form, "has_key": has_key, "has_app": has_app, "area": "mine", **more}
    sent: PlainForm = add or end or begin or add_form
    return page(request, "people/second_step.html", sent, **about)


def spelled(seed: str) -> str:
    """In groups of four, to be typed by hand. Apps leave the spaces out."""
    return " ".join(seed[at : at + 4] for at in range(0, len(seed), 4))


@require_http_methods(["GET", "HEAD", "POST"])
@for_person
def lock(request: PersonRequest) -> HttpResponse:
    form = NewPassphrase(typed(request))
    if codes.waiting(request.keyring):
        # The code opens what the passphrase closes: it goes to paper before it is needed, and from here.
        return see_other(reverse("people:code") + "?" + urlencode({"next": reverse("people:lock")}))
    if request.method == "POST" and form.is_valid():
        with told_if_crowded(form), line.place(known=True):
            if proven(request, form, "old"):
                passphrases.put(request.visit, form.cleaned_data["password"])
                return see_other(reverse("people:settings"))
    return _lock_page(request, form)


@require_POST
@for_person
def end_lock(request: PersonRequest) -> HttpResponse:
    form = SureForm(request.POST, auto_id="end_%s")
    if not sure(request, form):
        return _lock_page(request, NewPassphrase(), form)
    passphrases.take_away(request.visit)
    return see_other(reverse("people:settings"))


def _lock_page(request: PersonRequest, form: NewPassphrase, end: SureForm | None = None) -> HttpResponse:
    about = {"put": form, "end": end or SureForm(auto_id="end_%s")}
    has = has_lock(request.person.id)
    return page(request, "people/lock.html", end or form, has_lock=has, area="mine", **about)
