"""What may be said here: where I stand, and a few answers to myself."""

from typing import Any, cast

from django import forms
from django.core.exceptions import ValidationError
from django.utils.html import format_html, format_html_join
from django.utils.safestring import SafeString
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from stepwell.ground.ui.api import Choices, OnceForm, PlainForm, Words
from stepwell.together.pathway.content import Said
from stepwell.together.pathway.landings import LANDINGS, Landing

LONGEST_NOTE = 2000
ANSWERS = {
    "yes": gettext_lazy("Yes"),
    "partly": gettext_lazy("In part"),
    "not_yet": gettext_lazy("Not yet"),
    "unsure": gettext_lazy("I do not know"),
}
ALONG = 0


class OneOf(Choices):
    """A few short answers beside one another, of which one may be chosen."""

    look = ""

    def draw(self, name: str, chosen: frozenset[str], ident: str) -> SafeString:
        flat = [option for _family, options in self.families() for option in options]
        boxes = [
            (self.box(name, value, ident and f"{ident}_{index}", checked=value in chosen), text)
            for index, (value, text) in enumerate(flat)
        ]
        chips = format_html_join("", "<label>{}<span>{}</span></label>", boxes)
        return format_html('<div class="chips">{}</div>', chips)


class StandForm(PlainForm):
    """On which landing I stand by myself. One of two may also go along with the other."""

    landing = forms.TypedChoiceField(label=gettext_lazy("You are on"), coerce=int, widget=Choices)

    def __init__(self, *args: Any, two: bool = False, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        each = [(landing.number, landing.name) for landing in LANDINGS]
        if two:
            self.fields["landing"].label = _("For yourself, you are on")
        along = [(ALONG, _("Wherever the two of us are"))] if two else []
        cast("forms.ChoiceField", self.fields["landing"]).choices = [*along, *each]


class AskForm(OnceForm):
    """The questions of one landing. None of them has to be answered."""

    def __init__(self, *args: Any, landing: Landing, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.landing = landing
        for key, question in landing.questions.items():
            self.fields[key] = forms.ChoiceField(
                label=cast("Any", question),
                required=False,
                choices=[*ANSWERS.items(), ("", gettext_lazy("Leave this one out"))],
                widget=OneOf,
                error_messages={"invalid_choice": _("Please choose one of the answers on the page.")},
            )
        self.fields["note"] = forms.CharField(
            label=gettext_lazy("A word to yourself"), required=False, widget=Words(rows=4)
        )

    def questions(self) -> list[forms.BoundField]:
        return [self[key] for key in self.landing.questions]

    def clean_note(self) -> str:
        note = str(self.cleaned_data["note"])
        if len(note) > LONGEST_NOTE:
            said = _("This field holds {most} characters, and there are {now} in it. You may shorten it.")
            raise ValidationError(said.format(most=LONGEST_NOTE, now=len(note)))
        return note

    def clean(self) -> dict[str, Any]:
        cleaned = super().clean() or self.cleaned_data
        if not self.errors and not self.said() and not cleaned.get("note"):
            raise ValidationError(_("There is nothing to keep yet. One answer is enough."))
        return cleaned

    def said(self) -> dict[str, Said]:
        """Of a valid form: the answers that were given, by the key of their question."""
        given = {key: self.cleaned_data.get(key) for key in self.landing.questions}
        return {key: cast("Said", said) for key, said in given.items() if said}
