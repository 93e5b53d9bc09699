"""Words that several pages of this room share."""

from typing import TYPE_CHECKING

from django.utils.translation import gettext_lazy as _

if TYPE_CHECKING:
    from django_stubs_ext import StrOrPromise

KINDS: "dict[str, StrOrPromise]" = {
    "t:": _("What was hard, set it off or got in the way"),
    "h:": _("What helped"),
    "r:": _("What comes again and again"),
    "p:": _("Promises"),
}
