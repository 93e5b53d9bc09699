"""Words of the pages that depend on what happened."""

from typing import TYPE_CHECKING

from django.utils.translation import gettext_lazy as _

if TYPE_CHECKING:
    from django_stubs_ext import StrOrPromise

WHY: dict[str, "StrOrPromise"] = {
    "over": _("There is no space for two now. Nothing was changed, and your part is yours as before."),
    "rests": _("The space for two rests, and nothing new is put forward or signed while it does."),
    "words": _("The eight words have to be compared again before anything new is sealed for the two."),
    "record": _(
        "The record is not as you saw it last, and nothing is added to it before you have looked. "
        "Nothing was changed."
    ),
    "empty": _("There is nothing in your part yet."),
}
MOVED = _("This page was drawn before something changed. Nothing was done now. Here is how it stands.")
CHANGED = _(
    "This was changed in another place since you opened it. What stands there now is above, and below is "
    "what you sent. Keep it again and it takes the place of the other."
)
