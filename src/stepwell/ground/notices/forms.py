from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from stepwell.ground.ui.api import Line, PlainForm, TimeOfDay


class AddressForm(PlainForm):
    address = forms.EmailField(
        label=_("Mail address"),
        help_text=_("A question goes there first. Nothing else is sent until you answer it."),
        max_length=254,
        widget=Line(attrs={"autocomplete": "email", "inputmode": "email"}),
        error_messages={"invalid": _("Write it with an @ and a full stop, such as alma@home.example.")},
    )


class QuietForm(PlainForm):
    begins = forms.TimeField(label=_("Quiet from"), required=False, widget=TimeOfDay())
    ends = forms.TimeField(label=_("Quiet until"), required=False, widget=TimeOfDay())

    def clean(self) -> dict[str, Any]:
        given = super().clean() or self.cleaned_data
        for one, other in (("begins", "ends"), ("ends", "begins")):
            if given.get(one) and not given.get(other) and other not in self.errors:
                self.add_error(other, _("Write both times, or leave both empty for no quiet hours."))
        return given
