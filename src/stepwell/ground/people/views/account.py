"""One's own place: what one is called, how it looks, the password, taking everything out, going for good."""

from django.http import HttpResponse, JsonResponse
from django.shortcuts import render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from stepwell.ground.people import accounts, factors, limits, line, passphrases, signins
from stepwell.ground.people.forms import ChangeForm, PlaceForm, SureForm
from stepwell.ground.people.guards import even_locked, for_person, see_other
from stepwell.ground.people.models import Person
from stepwell.ground.people.profile import call
from stepwell.ground.people.views.answers import page, slow_down, told_if_crowded, typed
from stepwell.ground.people.views.entering import first_time, onward
from stepwell.ground.people.visitors import PersonRequest
from stepwell.ground.ui.api import PlainForm
from stepwell.ground.vault.api import Master, check_code, check_password, has_lock


@require_safe
@for_person
def overview(request: PersonRequest) -> HttpResponse:
    context = {
        "area": "mine",
        "has_factor": factors.has_any(request.keyring),
        "has_lock": has_lock(request.person.id),
    }
    return render(request, "people/settings.html", context)


@require_http_methods(["GET", "HEAD", "POST"])
@for_person
def place(request: PersonRequest) -> HttpResponse:
    form = PlaceForm(typed(request), person=request.person)
    if request.method == "POST" and form.is_valid():
        given = form.cleaned_data
        call(request.keyring, given["name"])
        chosen = {field: given[field] for field in ("zone", "theme", "language") if field in given}
        Person.objects.filter(pk=request.person.id).update(**chosen)
        return see_other(reverse("people:settings"))
    return render(request, "people/place.html", {"form": form, "area": "mine"})


def proven(request: PersonRequest, form: PlainForm, field: str) -> Master | None:
    """The root key, if this is the password or the printed code of whoever is signed in. Call it in line."""
    where = limits.bucket(str(request.person.id), limits.OWN_PAGE)
    if seconds := limits.wait(where):
        slow_down(form, seconds)
        return None
    secret = form.cleaned_data[field]
    master = check_password(request.person.id, secret) or check_code(request.person.id, secret)
    if master is None:
        limits.failed(where)
        form.add_error(field, _("That does not fit. Try again."))
        return None
    limits.forget(where)
    return master


@require_http_methods(["GET", "HEAD", "POST"])
@for_person
def password(request: PersonRequest) -> HttpResponse:
    form = ChangeForm(typed(request))
    if request.method == "POST" and form.is_valid():
        with told_if_crowded(form), line.place():
            if proven(request, form, "old"):
                accounts.change_password(request.visit.master, form.cleaned_data["password"])
                signins.end_all(request.person.id, but=request.visit.row.pk)
                return see_other(reverse("people:settings"))
    return page(request, "people/password.html", form, area="mine")


@require_http_methods(["GET", "HEAD", "POST"])
@for_person
def known_password(request: PersonRequest) -> HttpResponse:
    form = ChangeForm(typed(request))
    if request.method == "POST" and form.is_valid():
        with told_if_crowded(form), line.place():
            if proven(request, form, "old"):
                opened = passphrases.opened_now(request.visit)
                made = accounts.renew(request.visit.master, form.cleaned_data["password"], opened=opened)
                return first_time(request, made.master, made.code)
    return page(request, "people/known_password.html", form, area="mine")


@require_POST
@even_locked
def end_recovery(request: PersonRequest) -> HttpResponse:
    """They are kept out. The printed code is still in somebody's hands: the page says what helps."""
    accounts.keep_out(request.person.id)
    request.slip = None
    locked = request.keyring.locked
    return render(
        request, "people/kept_out.html", {"area": "mine", "no_nav": locked, "next": onward(request)}
    )


@require_safe
@for_person
def export(request: PersonRequest) -> HttpResponse:
    response = JsonResponse(accounts.everything(request.keyring), json_dumps_params={"indent": 2})
    response.headers["Content-Disposition"] = 'attachment; filename="my-pages.json"'
    return response


@require_http_methods(["GET", "HEAD", "POST"])
@for_person
def delete(request: PersonRequest) -> HttpResponse:
    form = SureForm(typed(request))
    if request.method == "POST" and form.is_valid():
        with told_if_crowded(form), line.place():
            if proven(request, form, "password"):
                accounts.delete(request.keyring)
                return gone(request)
    return page(request, "people/delete.html", form, area="mine")


def gone(request: PersonRequest) -> HttpResponse:
    """The last page: nobody is signed in here any more, and the browser knows nobody."""
    for name in ("person", "keyring", "visit", "draft_key", "slip"):
        setattr(request, name, None)
    response = render(request, "people/gone.html", {"no_nav": True})
    for cookie in (signins.COOKIE, signins.KNOWN):
        response.delete_cookie(cookie, path="/")
    response.headers["Clear-Site-Data"] = '"cache", "storage"'
    return response
