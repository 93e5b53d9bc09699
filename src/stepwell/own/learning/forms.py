from django import forms
from django.utils.translation import gettext_lazy as _

from stepwell.ground.ui.api import Line, PlainForm

LONGEST = 120


class SearchForm(PlainForm):
    words = forms.CharField(
        label=_("A word or two"),
        help_text=_("What you look for is not kept, and does not stand in the address."),
        # The browser keeps what is typed into fields, unless told not to.
        widget=Line(attrs={"autocomplete": "off"}),
        required=False,
        max_length=LONGEST,
    )
