from django import forms
from django.utils.translation import gettext_lazy as _

from stepwell.ground.spaces.codes import LENGTH, settled
from stepwell.ground.ui.api import Code, PlainForm, Tick


class CodeForm(PlainForm):
    code = forms.CharField(
        label=_("The code you were given"),
        help_text=_("Eight letters and numbers. Capitals, spaces and dashes make no difference."),
        max_length=40,
        widget=Code(attrs={"autocomplete": "off"}),
    )

    def clean_code(self) -> str:
        code = settled(self.cleaned_data["code"])
        if len(code) != LENGTH:
            raise forms.ValidationError(_("A code has eight letters and numbers. You may type it again."))
        return code


class LeaveForm(PlainForm):
    take_back = forms.BooleanField(
        label=_("Take back what I showed"),
        help_text=_("It goes from the other’s pages. What was read stays read."),
        required=False,
        initial=True,
        widget=Tick(),
    )
