"""What may be typed here. What was typed is never cut or lost."""

from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from stepwell.ground.ui.api import Line, PlainForm, Short, Words
from stepwell.together.repair.content import PartV1
from stepwell.together.repair.errors import LONGEST_BACK, LONGEST_LIST, LONGEST_WORD


def _lines(label: Any, hint: Any) -> forms.CharField:
    widget = Words({"dir": "auto"}, rows=4)
    return forms.CharField(
        label=label, help_text=hint, widget=widget, max_length=LONGEST_LIST, required=False
    )


PARTS = ("signs", "helps", "worse", "word", "back")
# What one person alone is asked, where two are asked for what is theirs together.
ALONE = {
    "helps": (_("What helps me"), _("What I can do, and what somebody else can do. A line for each.")),
    "word": (_("My word"), _("One word that means: stop here. You may tell somebody what it means.")),
    "back": (_("How I come back"), _("When, where, to whom, with which sentence.")),
}


class PartForm(PlainForm):
    """revision: what the page began from. Hidden by attribute: so the browser keeps it with the words."""

    signs = _lines(_("My signs"), _("What I notice in me before it is too much. A line for each."))
    helps = _lines(_("What helps me"), _("What I can do, and what the other can do. A line for each."))
    worse = _lines(_("What makes it worse"), _("Also when it is meant well."))
    word = forms.CharField(
        label=_("Our word"),
        help_text=_("One word that means: stop here, we come back to it. It need not say why."),
        widget=Short({"dir": "auto"}),
        max_length=LONGEST_WORD,
        required=False,
    )
    back = forms.CharField(
        label=_("How we come back"),
        help_text=_("When, where, who begins, with which sentence."),
        widget=Words({"dir": "auto"}, rows=3),
        max_length=LONGEST_BACK,
        required=False,
    )
    revision = forms.CharField(required=False, widget=Line({"hidden": True}))

    def __init__(self, *args: Any, alone: bool = False, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        if alone:
            for name, (label, hint) in ALONE.items():
                self.fields[name].label, self.fields[name].help_text = label, hint

    def clean_revision(self) -> int:
        given = str(self.cleaned_data.get("revision") or "")
        return int(given) if given.isdecimal() and len(given) < 9 else 0

    def to_read(self) -> list[forms.BoundField]:
        """What the other is going to read, where it is put forward."""
        return [self[name] for name in PARTS]

    def part(self) -> PartV1:
        return PartV1(**{name: str(self.cleaned_data[name]).replace("\r\n", "\n") for name in PARTS})
