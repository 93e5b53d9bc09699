"""Words of this room's pages that code chooses among."""

from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _
from django.utils.translation import ngettext

Said = str | Promise
# What the program describes and offers. Further steps are named and explained in the library alone.
STEPS: tuple[tuple[Said, Said], ...] = (
    (
        _("Near, with an agreement"),
        _(
            "You agree on what stays out, and are near each other for a while: side by side, or hand in "
            "hand, with your clothes on. Nothing follows from it."
        ),
    ),
    (
        _("Touch in turns"),
        _(
            "One touches in order to notice, the other notices being touched, and then you change over. Only "
            "what you both said is in. It is not there to please anybody, and nothing follows from it."
        ),
    ),
)
FURTHER = _(
    "The program says nothing about this step but what stands in the library. What is in is what you both "
    "write yourselves."
)
STAYS_OUT = _("There is no sex in it, and breasts and genitals stay out.")
RESTS = _("Nothing was sent. The space may rest, or the eight words may have to be compared again first.")
ASKED = _("Something stands between you already, or you asked for something else. Nothing of this was sent.")
NOTHING_IN = _("At least one line is needed that is in for you too. Or leave it: nobody is told.")
EITHER = _("Choose one of the two, or leave both questions: that is as good.")
MOVED = _("You are on another step by now. Nothing of this was sent.")


def name_of(level: int) -> Said:
    if level < len(STEPS):
        return STEPS[level][0]
    return _("Further step %(number)d") % {"number": level - len(STEPS) + 1}


def words_of(level: int) -> Said:
    return STEPS[level][1] if level < len(STEPS) else FURTHER


def too_many(most: int) -> str:
    return ngettext("At most %(most)d line fits here.", "At most %(most)d lines fit here.", most) % {
        "most": most
    }


def too_long(most: int) -> str:
    return ngettext(
        "At most %(most)d character fits into a line.", "At most %(most)d characters fit into a line.", most
    ) % {"most": most}
