"""The printed way back: at once with a second factor, else after 72 hours that any open sign-in can end."""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods

from stepwell.ground.people import accounts, limits, names
from stepwell.ground.people.forms import RecoverPasswordForm
from stepwell.ground.people.guards import for_anyone
from stepwell.ground.people.views.entering import first_time, slow_down
from stepwell.ground.vault.api import Master, check_code


@require_http_methods(["GET", "HEAD", "POST"])
@for_anyone
def recover(request: HttpRequest) -> HttpResponse:
    form = RecoverPasswordForm(request.POST or None)
    master = _checked(form) if request.method == "POST" and form.is_valid() else None
    if master is None:
        return render(request, "people/recover.html", {"form": form})
    if accounts.may_recover(master, form.cleaned_data["code"]):
        made = accounts.recover(master, form.cleaned_data["password"])
        return first_time(request, made.master, made.code)
    wait = accounts.ask_to_recover(master.person_id)
    return render(request, "people/recover_wait.html", {"opens_at": wait.opens_at})


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
