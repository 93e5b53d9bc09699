"""Words of this room's pages that code chooses among."""

from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _
from django.utils.translation import ngettext

Said = str | Promise
RESTS = _("Nothing was sent. The space may rest, or the eight words may have to be compared again first.")
ASKED = _("Something stands between you already, or you asked for something else. Nothing of this was sent.")
STANDS = _("Both of you said yes to this, for this time.")
# Read aloud where an open page changes by itself.
FROM = _("{name} asks for something.")
NOTHING = _("Nothing stands here now.")
HOUR_WORDS = {
    1: _("1 hour"),
    3: _("3 hours"),
    6: _("6 hours"),
    12: _("12 hours"),
    24: _("24 hours"),
}


def too_many(most: int) -> str:
    return ngettext("At most %(most)d line fits here.", "At most %(most)d lines fit here.", most) % {
        "most": most
    }


def too_long(most: int) -> str:
    return ngettext(
        "At most %(most)d character fits into a line.", "At most %(most)d characters fit into a line.", most
    ) % {"most": most}
