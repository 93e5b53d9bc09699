"""One's own place: what one is called, how it looks, the password, taking everything out, going for good."""

from urllib.parse import urlencode

from django.http import HttpResponse, JsonResponse
from django.shortcuts import render
from django.urls import reverse
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from stepwell.ground.people import accounts, codes, factors, line, passphrases, signins, zone_changes
from stepwell.ground.people.forms import ChangeForm, NewKeysForm, PlaceForm, SureForm
from stepwell.ground.people.guards import even_locked, for_person, see_other
from stepwell.ground.people.models import Person
from stepwell.ground.people.profile import call
from stepwell.ground.people.views.answers import page, told_if_crowded, typed
from stepwell.ground.people.views.arriving import once_more, onward, to_code
from stepwell.ground.people.views.proving import proven, sure
from stepwell.ground.people.visitors import PersonRequest
from stepwell.ground.vault.api import CannotOpen, Locked, has_lock


@require_safe
@for_person
def overview(request: PersonRequest) -> HttpResponse:
    context = {
        "area": "mine",
        "has_factor": factors.has_any(request.keyring),
        "has_lock": has_lock(request.person.id),
        "code_waits": codes.waiting(request.keyring) is not None,
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
        if given["zone"] != request.person.zone.key:
            zone_changes.tell(request.person.id)
        return see_other(reverse("people:settings"))
    return render(request, "people/place.html", {"form": form, "area": "mine"})


@require_http_methods(["GET", "HEAD", "POST"])
@for_person
def password(request: PersonRequest) -> HttpResponse:
    form = ChangeForm(typed(request))
    if request.method == "POST" and form.is_valid():
        with told_if_crowded(form), line.place(known=True):
            if proven(request, form, "old"):
                accounts.change_password(request.visit.master, form.cleaned_data["password"])
                signins.end_all(request.person.id, but=request.visit.row.pk)
                return see_other(reverse("people:settings"))
    return page(request, "people/password.html", form, area="mine")


@require_http_methods(["GET", "HEAD", "POST"])
@for_person
def known_password(request: PersonRequest) -> HttpResponse:
    form = NewKeysForm(typed(request))
    if request.method == "POST" and form.is_valid():
        with told_if_crowded(form), line.place(known=True):
            if answer := _renewed(request, form):
                return answer
    return page(request, "people/known_password.html", form, area="mine")


def _renewed(request: PersonRequest, form: NewKeysForm) -> HttpResponse | None:
    opened, given = passphrases.opened_now(request.visit), form.cleaned_data
    try:
        if proven(request, form, "old"):
            made = accounts.renew(
                request.visit.master, given["password"], opened=opened, form=given["form_id"]
            )
            return to_code(request, made.master, opened=opened)
    except Locked:
        raise
    except CannotOpen:
        pass
    if signins.stands(request.visit):
        return None
    # Sent twice: the first of the two ended every sign-in, this one too.
    again = once_more(request, form, request.person.id, str(request.person.id))
    return again or see_other(reverse("people:sign-in"))


@require_POST
@even_locked
def end_recovery(request: PersonRequest) -> HttpResponse:
    """They are kept out. The printed code is still in somebody's hands: the page says what helps."""
    accounts.keep_out(request.person.id)
    request.slip = None
    locked = request.keyring.locked
    onwards = {"next": onward(request), "keys": reverse("people:known-password")}
    if locked:
        unlock = reverse("people:unlock")
        onwards = {name: f"{unlock}?{urlencode({'next': url})}" for name, url in onwards.items()}
    return render(request, "people/kept_out.html", {"area": "mine", "no_nav": locked, **onwards})


@require_http_methods(["GET", "HEAD", "POST"])
@for_person
def export(request: PersonRequest) -> HttpResponse:
    form = SureForm(typed(request))
    if not sure(request, form):
        return page(request, "people/export.html", form, area="mine")
    readable = {"indent": 2, "ensure_ascii": False}
    response = JsonResponse(accounts.everything(request.keyring), json_dumps_params=readable)
    response.headers["Content-Disposition"] = 'attachment; filename="my-pages.json"'
    return response


@require_http_methods(["GET", "HEAD", "POST"])
@for_person
def delete(request: PersonRequest) -> HttpResponse:
    form = SureForm(typed(request))
    if sure(request, form):
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
