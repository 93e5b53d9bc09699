"""What may be typed and chosen here. What was typed is never cut or lost."""

from django import forms
from django.core.exceptions import ValidationError
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from stepwell.ground.ui.api import Chips, Choices, ManyChoices, PlainForm, Words
from stepwell.together.openness.limits import LONGEST
from stepwell.together.openness.page_words import BOUNDARIES, BOUNDARIES_SECOND, DEPTHS, HELPED, WENT


class OwnForm(PlainForm):
    text = forms.CharField(
        label=gettext_lazy("In your words"),
        help_text=gettext_lazy("A topic in one or two lines. What you would say about it stays with you."),
        widget=Words(rows=3),
        max_length=LONGEST,
        error_messages={"required": gettext_lazy("There are no words here yet.")},
    )
    depth = forms.TypedChoiceField(
        label=gettext_lazy("How deep it lies, for you"),
        choices=[(str(depth), words) for depth, words in DEPTHS.items()],
        coerce=int,
        widget=Choices,
        initial="1",
        error_messages={"required": gettext_lazy("Choose one of the five.")},
    )

    def to_read(self) -> list[forms.BoundField]:
        """What the other is going to read, where they are asked to hear it."""
        return [self["text"]]

    def clean_text(self) -> str:
        text = " ".join(
            "".join(sign if sign.isprintable() else " " for sign in self.cleaned_data["text"]).split()
        )
        if not text:
            raise ValidationError(_("There are no words here yet."))
        return text


class BoundaryForm(PlainForm):
    boundary = forms.MultipleChoiceField(
        label=gettext_lazy("Your boundary"),
        help_text=gettext_lazy("Any of them together, or none. Both of you read it until it is told."),
        choices=list(BOUNDARIES.items()),
        widget=ManyChoices(second=BOUNDARIES_SECOND),
        required=False,
    )


class AfterForm(PlainForm):
    went = forms.ChoiceField(
        label=gettext_lazy("How was it for you?"),
        choices=list(WENT.items()),
        widget=Choices,
        initial="unsaid",
        error_messages={"required": gettext_lazy("Choose one of the three.")},
    )
    helped = forms.MultipleChoiceField(
        label=gettext_lazy("What helped"), choices=list(HELPED.items()), widget=Chips(), required=False
    )
