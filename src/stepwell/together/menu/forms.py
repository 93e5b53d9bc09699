"""What may be typed here. What was typed is never cut or lost."""

from uuid import UUID

from django import forms
from django.core.exceptions import ValidationError
from django.http import QueryDict
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy, ngettext

from stepwell.ground.ui.api import PlainForm, Words
from stepwell.together.menu.content import Mark
from stepwell.together.menu.limits import LONGEST, MOST_OWN
from stepwell.together.menu.same import same

VALID: dict[str, Mark] = {"w": "w", "m": "m", "n": "n", "-": "-"}
# More than a full list can need: what is longer is given back before it is taken apart.
LONGEST_PASTE = 1_200_000
AT_ONCE = 3


class WriteForm(PlainForm):
    texts = forms.CharField(
        label=gettext_lazy("One on each line"),
        help_text=gettext_lazy(
            "Up to 100 characters a line. Your own words meet the other’s only where both wrote the same "
            "ones: capitals, spaces and a full stop do not matter, every other sign does."
        ),
        widget=Words(rows=6),
        max_length=LONGEST_PASTE,
        error_messages={"required": gettext_lazy("There is nothing here yet.")},
    )

    def clean_texts(self) -> list[str]:
        found = [" ".join(_printed(line).split()) for line in str(self.cleaned_data["texts"]).splitlines()]
        texts = [text for text in found if same(text)]
        if not texts:
            raise ValidationError(_("There are no words here yet."))
        long = [text for text in texts if len(text) > LONGEST]
        if long:
            raise ValidationError(_too_long(long))
        return texts


def room_words(room: int) -> str:
    """What is said where more lines were written than fit."""
    if not room:
        return _("The list is full. Lines of your own can be taken off first.")
    said = ngettext(
        "Only %(room)d more line fits: a list holds %(most)d of your own. All that you wrote is still here.",
        "Only %(room)d more lines fit: a list holds %(most)d of your own. All that you wrote is still here.",
        room,
    )
    return said % {"room": room, "most": MOST_OWN}


def _too_long(long: list[str]) -> str:
    some = ", ".join(f"“{text[:40]}…” ({len(text)})" for text in long[:AT_ONCE])
    return _("A line holds %(most)d characters. Longer: %(some)s.") % {"most": LONGEST, "some": some}


def _printed(line: str) -> str:
    return "".join(sign if sign.isprintable() else " " for sign in line)


def marks_in(sent: QueryDict) -> dict[UUID, Mark]:
    """The marks of a list as they were sent; whatever is no mark of a line is left out."""
    found: dict[UUID, Mark] = {}
    for name, value in sent.items():
        if name.startswith("mark-") and value in VALID:
            try:
                found[UUID(name.removeprefix("mark-"))] = VALID[str(value)]
            except ValueError:
                continue
    return found
