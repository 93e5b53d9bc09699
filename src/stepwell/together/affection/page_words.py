"""Words that several pages of this room share."""

from typing import TYPE_CHECKING

from django.utils.translation import gettext_lazy as _

from stepwell.together.affection.content import Side, Sort

if TYPE_CHECKING:
    from django_stubs_ext import StrOrPromise

SIDES: dict[Side, "StrOrPromise"] = {
    "give": _("What I like to give"),
    "receive": _("What I like to receive"),
    "meet": _("Meeting and parting"),
}
SORTS: dict[Sort, "StrOrPromise"] = {
    "thanks": _("Something I am glad of"),
    "give": _("Something I would like to give"),
    "receive": _("Something I would like"),
}
SECOND: dict[str, "StrOrPromise"] = {
    "thanks": _("For one thing that was really done, or simply there"),
    "give": _("To be taken up, or left"),
    "receive": _("Said, and not asked for"),
}
# Over a note, for whoever reads it.
OVER: dict[Sort, "StrOrPromise"] = {
    "thanks": _("Glad of this"),
    "give": _("Would like to give this"),
    "receive": _("Would like this"),
}
