"""What may be typed here. What was typed is never cut or lost."""

from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from stepwell.ground.ui.api import Choices, PlainForm, Words
from stepwell.together.consent.limits import HOURS, LONGEST, LONGEST_LINE, LONGEST_WHAT, MOST_LINES
from stepwell.together.consent.page_words import HOUR_WORDS, too_long, too_many
from stepwell.together.consent.terms import lines_of, one_line, same


class Lines(forms.CharField):
    """A line for each. Gives them apart, each once."""

    def __init__(self, **kwargs: Any) -> None:
        super().__init__(widget=Words(rows=3), max_length=LONGEST, required=False, **kwargs)

    def clean(self, value: Any) -> Any:
        lines = lines_of(str(super().clean(value)))
        if len(lines) > MOST_LINES:
            raise forms.ValidationError(too_many(MOST_LINES), code="too_many")
        if any(len(line) > LONGEST_LINE for line in lines):
            raise forms.ValidationError(too_long(LONGEST_LINE), code="too_long")
        return lines


class AskForm(PlainForm):
    what = forms.CharField(
        label=_("What I would like"),
        help_text=_("In your own words, as small as you like."),
        widget=Words(rows=3),
        max_length=LONGEST_WHAT,
        error_messages={"required": _("A few words are needed, so that both know what it is.")},
    )
    outs = Lines(
        label=_("What stays out for me"),
        help_text=_("A line for each, if there is anything. Whatever is not named is out as well."),
    )
    hours = forms.TypedChoiceField(
        label=_("For how long"),
        help_text=_("It ends by itself then, asked or agreed, and is never made longer."),
        choices=[(str(one), HOUR_WORDS[one]) for one in HOURS],
        coerce=int,
        widget=Choices,
        initial="3",
    )

    def clean_what(self) -> str:
        what = one_line(self.cleaned_data["what"])
        if not same(what):
            raise forms.ValidationError(self.fields["what"].error_messages["required"], code="required")
        return what


class YesForm(PlainForm):
    outs = Lines(
        label=_("What stays out for me"),
        help_text=_("A line for each, if there is anything. No line says whose it is."),
    )
