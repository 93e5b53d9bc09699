"""The printed way back: at once with a second factor, else after 72 hours that any open sign-in can end."""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods

from stepwell.ground.people import accounts, factors, limits, line, names
from stepwell.ground.people.forms import RecoverPasswordForm
from stepwell.ground.people.guards import for_anyone
from stepwell.ground.people.profile import zone_of
from stepwell.ground.people.views.answers import page, slow_down, told_if_crowded, typed
from stepwell.ground.people.views.entering import first_time
from stepwell.ground.vault.api import Master, check_code


@require_http_methods(["GET", "HEAD", "POST"])
@for_anyone
def recover(request: HttpRequest) -> HttpResponse:
    form = RecoverPasswordForm(typed(request))
    master = _checked(form) if request.method == "POST" and form.is_valid() else None
    if master is None:
        return page(request, "people/recover.html", form)
    at_once = _second_step(form, master)
    if at_once or (at_once is None and accounts.may_recover(master)):
        with told_if_crowded(form), line.place():
            made = accounts.recover(master, form.cleaned_data["password"])
            return first_time(request, made.master, made.code)
    if form.errors:
        return page(request, "people/recover.html", form)
    wait = accounts.ask_to_recover(master.person_id)
    about = {
        "opens_at": wait.opens_at,
        "zone": zone_of(master.person_id),
        "has_app": factors.has_app(master),
    }
    return render(request, "people/recover_wait.html", about)


def _checked(form: RecoverPasswordForm) -> Master | None:
    where = limits.bucket(names.plain(form.cleaned_data["name"]), "recover")
    if seconds := limits.wait(where):
        slow_down(form, seconds)
        return None
    master = check_code(names.find(form.cleaned_data["name"]), form.cleaned_data["printed"])
    if master is None:
        limits.failed(where)
        form.add_error(
            None, _("The name and the printed code do not belong together. Look at each group again.")
        )
        return None
    limits.forget(where)
    return master


def _second_step(form: RecoverPasswordForm, master: Master) -> bool | None:
    """Whether the code from the app fits; None where none was given or there is no app. Guesses slow down."""
    code = form.cleaned_data["code"]
    if not code or not factors.has_app(master):
        return None
    where = limits.bucket(str(master.person_id), limits.FACTOR)
    if seconds := limits.wait(where):
        slow_down(form, seconds)
        return False
    if factors.check_code(master, code):
        limits.forget(where)
        return True
    limits.failed(where)
    form.add_error("code", _("This does not fit. Write the code that shows now, or leave it empty and wait."))
    return False
