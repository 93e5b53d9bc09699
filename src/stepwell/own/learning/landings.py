"""The names of the five landings, as the list says them."""

from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

NAMES: dict[int, str | Promise] = {
    1: _("Solid ground"),
    2: _("Open doors"),
    3: _("Being heard"),
    4: _("Drawing near"),
    5: _("New water"),
}
