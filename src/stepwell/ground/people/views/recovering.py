"""The printed way back: at once with a second factor, else after 72 hours that any open sign-in can end."""

from uuid import UUID

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods

from stepwell.ground.people import accounts, factors, limits, line, names
from stepwell.ground.people.forms import RecoverPasswordForm
from stepwell.ground.people.guards import for_anyone
from stepwell.ground.people.profile import zone_of
from stepwell.ground.people.views.answers import page, slow_down, told_if_crowded, typed
from stepwell.ground.people.views.arriving import once_more, to_code
from stepwell.ground.people.views.entering import browser_of
from stepwell.ground.vault.api import CannotOpen, Master, check_code, open_lock_by_code


@require_http_methods(["GET", "HEAD", "POST"])
@for_anyone
def recover(request: HttpRequest) -> HttpResponse:
    form = RecoverPasswordForm(typed(request))
    answer = _answer(request, form) if request.method == "POST" and form.is_valid() else None
    return answer or page(request, "people/recover.html", form)


def _answer(request: HttpRequest, form: RecoverPasswordForm) -> HttpResponse | None:
    """None where the form comes back. Wrong codes are not counted: nobody guesses one, and nobody who
    sends wrong ones under her name keeps its owner out."""
    person_id = names.find(form.cleaned_data["name"])
    master = check_code(person_id, form.cleaned_data["printed"])
    if master is None:
        with told_if_crowded(form), line.place(known=bool(browser_of(request, person_id))):
            return _opens_nothing(request, form, person_id)
        return None
    at_once = _second_step(request, form, master)
    if at_once or (at_once is None and accounts.may_recover(master)):
        return _back(request, form, master)
    return None if form.errors else _waits(request, master)


def _back(request: HttpRequest, form: RecoverPasswordForm, master: Master) -> HttpResponse | None:
    opened, given = open_lock_by_code(master), form.cleaned_data
    with told_if_crowded(form), line.place(known=bool(browser_of(request, master.person_id))):
        try:
            made = accounts.recover(master, given["password"], given["form_id"])
        except CannotOpen:
            return _opens_nothing(request, form, master.person_id)
        return to_code(request, made.master, opened=opened)
    return None


def _opens_nothing(
    request: HttpRequest, form: RecoverPasswordForm, person_id: UUID | None
) -> HttpResponse | None:
    """The code is wrong, or this form was sent twice and has a new one already. In line."""
    if answer := once_more(request, form, person_id, names.plain(form.cleaned_data["name"])):
        return answer
    form.add_error(None, _("The name and the printed code do not belong together. Look at each group again."))
    return None


def _waits(request: HttpRequest, master: Master) -> HttpResponse:
    wait = accounts.ask_to_recover(master.person_id)
    about = {
        "opens_at": wait.opens_at,
        "zone": zone_of(master.person_id),
        "has_app": factors.has_app(master),
    }
    return render(request, "people/recover_wait.html", about)


def _second_step(request: HttpRequest, form: RecoverPasswordForm, master: Master) -> bool | None:
    """Whether the code from the app fits; None where none was given or there is no app. Guesses slow down."""
    code = form.cleaned_data["code"]
    if not code or not factors.has_app(master):
        return None
    where = limits.bucket(str(master.person_id), limits.FACTOR + browser_of(request, master.person_id))
    if seconds := limits.counted(where):
        slow_down(form, seconds)
        return False
    if factors.check_code(master, code):
        limits.forget(where)
        return True
    form.add_error("code", _("This does not fit. Write the code that shows now, or leave it empty and wait."))
    return False
