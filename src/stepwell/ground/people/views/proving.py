"""What half a minute with somebody's unlocked phone must not do asks for their password first."""

from django.utils.translation import gettext as _

from stepwell.ground.people import limits, line
from stepwell.ground.people.views.answers import slow_down, told_if_crowded
from stepwell.ground.people.visitors import PersonRequest
from stepwell.ground.ui.api import PlainForm
from stepwell.ground.vault.api import Master, check_code, check_password


def proven(request: PersonRequest, form: PlainForm, field: str) -> Master | None:
    """The root key, if this is the password or the printed code of whoever is signed in. Call it in line."""
    secret = form.cleaned_data[field]
    if by_code := check_code(request.person.id, secret):
        return by_code
    where = limits.bucket(str(request.person.id), limits.OWN_PAGE)
    if seconds := limits.counted(where):
        slow_down(form, seconds)
        return None
    master = check_password(request.person.id, secret)
    if master is None:
        form.add_error(field, _("That does not fit. Try again."))
        return None
    limits.forget(where)
    return master


def sure(request: PersonRequest, form: PlainForm) -> bool:
    """Whether a form that was sent brings the right `password`. It stands in line for that."""
    if request.method == "POST" and form.is_valid():
        with told_if_crowded(form), line.place(known=True):
            return proven(request, form, "password") is not None
    return False
