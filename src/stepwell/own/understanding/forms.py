"""What a person would like to look at more closely, and what they would like to do."""

from collections.abc import Iterable
from itertools import groupby
from typing import Any

from django import forms
from django.core.exceptions import ValidationError
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from stepwell.ground.ui.api import Chips, PlainForm, Words
from stepwell.own.understanding.content import LONGEST_RESPONSE, MOST_WATCHED
from stepwell.own.understanding.page_words import KINDS


class WatchForm(PlainForm):
    factors = forms.MultipleChoiceField(
        label=gettext_lazy("What do you suspect goes along with it?"),
        help_text=gettext_lazy(
            "Up to five. From the day on which you name them they are looked at first, and so can be told "
            "apart from chance sooner. Days before that count no more for them than for any other, and what "
            "you do not name is looked at more strictly."
        ),
        required=False,
        widget=Chips,
    )

    def __init__(self, *args: Any, known: Iterable[tuple[str, str]], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        field: Any = self.fields["factors"]
        field.choices = [
            (str(KINDS.get(kind, "")), list(some))
            for kind, some in groupby(known, key=lambda one: one[0][:2])
        ]

    def clean_factors(self) -> list[str]:
        chosen: list[str] = self.cleaned_data["factors"]
        if len(chosen) > MOST_WATCHED:
            said = _("You chose {now}. With more than {most}, each would carry too little weight.")
            raise ValidationError(said.format(now=len(chosen), most=MOST_WATCHED))
        return chosen


class RespondForm(PlainForm):
    text = forms.CharField(
        label=gettext_lazy("In your words"),
        help_text=gettext_lazy("It begins with your own name for it. Write what could be done then."),
        widget=Words({"dir": "auto"}, rows=3),
        max_length=LONGEST_RESPONSE,
        error_messages={"required": gettext_lazy("There are no words yet.")},
    )
