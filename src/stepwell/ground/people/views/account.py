"""One's own place: what one is called, ways in, devices, taking everything out, and going for good."""

from django.http import Http404, HttpResponse, JsonResponse
from django.shortcuts import render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_GET, require_http_methods, require_POST

from stepwell.ground.people import accounts, factors, limits, passphrases, signins
from stepwell.ground.people.forms import ChangeForm, PlaceForm, SureForm
from stepwell.ground.people.guards import even_locked, for_person, see_other
from stepwell.ground.people.models import Person, RecoveryWait, SignIn
from stepwell.ground.people.profile import call
from stepwell.ground.people.views.entering import first_time, slow_down
from stepwell.ground.people.visitors import PersonRequest
from stepwell.ground.ui.api import PlainForm
from stepwell.ground.vault.api import (
    CannotOpen,
    Master,
    check_code,
    check_password,
    has_lock,
    open_for_server,
)


@require_GET
@for_person
def overview(request: PersonRequest) -> HttpResponse:
    context = {
        "area": "mine",
        "has_factor": factors.has_any(request.keyring),
        "has_lock": has_lock(request.person.id),
        "waiting": RecoveryWait.objects.filter(pk=request.person.id).first(),
    }
    return render(request, "people/settings.html", context)


@require_http_methods(["GET", "HEAD", "POST"])
@for_person
def place(request: PersonRequest) -> HttpResponse:
    now = {"name": request.person.name, "zone": request.person.zone.key}
    form = PlaceForm(request.POST or None, initial=now)
    if request.method == "POST" and form.is_valid():
        call(request.keyring, form.cleaned_data["name"])
        Person.objects.filter(pk=request.person.id).update(zone=form.cleaned_data["zone"])
        return see_other(reverse("people:settings"))
    return render(request, "people/place.html", {"form": form, "area": "mine"})


def proven(request: PersonRequest, form: PlainForm, field: str, secret: str) -> Master | None:
    """The root key, if this is the password or the printed code of whoever is signed in."""
    where = limits.bucket(str(request.person.id), "own page")
    if seconds := limits.wait(where):
        slow_down(form, seconds)
        return None
    master = check_password(request.person.id, secret) or check_code(request.person.id, secret)
    if master is None:
        limits.failed(where)
        form.add_error(field, _("That does not fit. Try again."))
    return master


@require_http_methods(["GET", "HEAD", "POST"])
@for_person
def password(request: PersonRequest) -> HttpResponse:
    form = ChangeForm(request.POST or None)
    if (
        request.method == "POST"
        and form.is_valid()
        and proven(request, form, "old", form.cleaned_data["old"])
    ):
        accounts.change_password(request.visit.master, form.cleaned_data["password"])
        signins.end_all(request.person.id, but=request.visit.row.pk)
        return see_other(reverse("people:settings"))
    return render(request, "people/password.html", {"form": form, "area": "mine"})


@require_http_methods(["GET", "HEAD", "POST"])
@for_person
def known_password(request: PersonRequest) -> HttpResponse:
    form = ChangeForm(request.POST or None)
    if (
        request.method == "POST"
        and form.is_valid()
        and proven(request, form, "old", form.cleaned_data["old"])
    ):
        opened = passphrases.opened_now(request.visit)
        made = accounts.renew(request.visit.master, form.cleaned_data["password"], opened=opened)
        return first_time(request, made.master, made.code)
    return render(request, "people/known_password.html", {"form": form, "area": "mine"})


@require_GET
@for_person
def devices(request: PersonRequest) -> HttpResponse:
    rows = SignIn.objects.filter(person_id=request.person.id).order_by("-last_used")
    shown = [(row, _label(row), row.pk == request.visit.row.pk) for row in rows]
    return render(request, "people/devices.html", {"devices": shown, "area": "mine"})


def _label(row: SignIn) -> str:
    try:
        return open_for_server("device", bytes(row.label)).decode()
    except CannotOpen:
        return _("A browser")


@require_POST
@for_person
def end_device(request: PersonRequest) -> HttpResponse:
    """Ends one sign-in, or with `others` all but this one. At once."""
    mine = SignIn.objects.filter(person_id=request.person.id)
    if "others" in request.POST:
        mine.exclude(pk=request.visit.row.pk).delete()
        return see_other(reverse("people:devices"))
    try:
        gone, _rows = mine.filter(pk=request.POST.get("device", "")).delete()
    except ValueError:
        gone = 0
    except Exception as error:
        if type(error).__name__ != "ValidationError":
            raise
        gone = 0
    if not gone:
        raise Http404
    return see_other(reverse("people:devices"))


@require_POST
@even_locked
def end_recovery(request: PersonRequest) -> HttpResponse:
    accounts.keep_out(request.person.id)
    return see_other(reverse("people:settings"))


@require_GET
@for_person
def export(request: PersonRequest) -> HttpResponse:
    response = JsonResponse(accounts.everything(request.keyring), json_dumps_params={"indent": 2})
    response.headers["Content-Disposition"] = 'attachment; filename="my-pages.json"'
    return response


@require_http_methods(["GET", "HEAD", "POST"])
@for_person
def delete(request: PersonRequest) -> HttpResponse:
    form = SureForm(request.POST or None)
    if (
        request.method == "POST"
        and form.is_valid()
        and proven(request, form, "password", form.cleaned_data["password"])
    ):
        accounts.delete(request.keyring)
        response = render(request, "people/gone.html", {"no_nav": True})
        response.delete_cookie(signins.COOKIE, path="/")
        return response
    return render(request, "people/delete.html", {"form": form, "area": "mine"})
