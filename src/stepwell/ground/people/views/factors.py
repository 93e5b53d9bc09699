"""Second steps: an app, passkeys, and a second passphrase for what is one's own alone."""

from django.http import HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_POST

from stepwell.ground.people import factors, passkeys, passphrases, signins
from stepwell.ground.people.forms import CodeForm, NewPassword, SureForm
from stepwell.ground.people.guards import for_person, see_other
from stepwell.ground.people.pictures import qr
from stepwell.ground.people.views.account import proven
from stepwell.ground.people.visitors import PersonRequest
from stepwell.ground.ui.api import PlainForm
from stepwell.ground.vault.api import has_lock


@require_POST
@for_person
def add_passkey(request: PersonRequest) -> HttpResponse:
    if passkeys.possible() and passkeys.add(request.keyring, request.POST.get("credential", "")):
        signins.end_all(request.person.id, but=request.visit.row.pk)
    return see_other(reverse("people:second-factor"))


@require_http_methods(["GET", "HEAD", "POST"])
@for_person
def factor(request: PersonRequest) -> HttpResponse:
    if factors.has_app(request.keyring):
        return _steps(request, SureForm())
    seed = request.POST.get("seed") or factors.new_seed()
    form = CodeForm(request.POST or None)
    if request.method == "POST" and form.is_valid():
        if factors.begin(request.keyring, seed, form.cleaned_data["code"]):
            signins.end_all(request.person.id, but=request.visit.row.pk)
            return see_other(reverse("people:settings"))
        form.add_error("code", _("This code does not fit. Write the one that shows now."))
    more = {"seed": seed, "qr": qr(factors.address_of(seed))}
    return _steps(request, form, **more)


@require_POST
@for_person
def end_factor(request: PersonRequest) -> HttpResponse:
    form = SureForm(request.POST)
    if form.is_valid() and proven(request, form, "password", form.cleaned_data["password"]):
        factors.end(request.keyring)
        passkeys.end(request.keyring)
        signins.end_all(request.person.id, but=request.visit.row.pk)
        return see_other(reverse("people:settings"))
    return _steps(request, form)


def _steps(request: PersonRequest, form: PlainForm, **more: object) -> HttpResponse:
    context = {
        "form": form,
        "key": passkeys.ask_to_add(request.keyring) if passkeys.possible() else "",
        "has_key": passkeys.has_any(request.keyring),
        "area": "mine",
    }
    name = "people/factor_new.html" if "seed" in more else "people/factor_on.html"
    return render(request, name, context | more)


@require_http_methods(["GET", "HEAD", "POST"])
@for_person
def lock(request: PersonRequest) -> HttpResponse:
    form = NewPassword(request.POST or None)
    if request.method == "POST" and form.is_valid():
        passphrases.put(request.visit, form.cleaned_data["password"])
        return see_other(reverse("people:settings"))
    context = {"form": form, "has_lock": has_lock(request.person.id), "area": "mine"}
    return render(request, "people/lock.html", context)


@require_POST
@for_person
def end_lock(request: PersonRequest) -> HttpResponse:
    passphrases.take_away(request.visit)
    return see_other(reverse("people:settings"))
