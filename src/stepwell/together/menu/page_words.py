"""Words of this room's pages that code chooses among."""

from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

MARKS: dict[str, str | Promise] = {
    "w": _("Welcome"),
    "m": _("Maybe"),
    "n": _("Not now"),
    "-": _("No answer"),
}
CHANGED = _(
    "The list was changed in another place meanwhile. Nothing of this was kept yet. What you chose here is "
    "marked again below: look through it, then keep it."
)
