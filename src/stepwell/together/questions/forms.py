"""What may be typed here. What was typed is never cut or lost."""

from datetime import date, timedelta
from typing import Any

from django import forms
from django.core.exceptions import ValidationError
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from stepwell.ground.ui.api import Choices, Day, Line, OnceForm, PlainForm, Words
from stepwell.together.questions.limits import LONGEST_ANSWER, LONGEST_QUESTION
from stepwell.together.questions.page_words import PLACES, PLACES_SECOND, WANTS

FARTHEST = timedelta(days=366)


class QuestionForm(PlainForm):
    text = forms.CharField(
        label=gettext_lazy("The question, in your words"),
        widget=Words(rows=3),
        max_length=LONGEST_QUESTION,
        error_messages={"required": gettext_lazy("There is no question here yet.")},
    )
    want = forms.ChoiceField(
        label=gettext_lazy("Do I want to know this?"),
        help_text=gettext_lazy(
            "Some answers stay as pictures, and cannot be unheard. You may let a question rest for a week "
            "and see if it is still there."
        ),
        choices=list(WANTS.items()),
        widget=Choices,
        initial="unsure",
    )

    def to_read(self) -> list[forms.BoundField]:
        """What the other is going to read, where it is put to them."""
        return [self["text"]]


class NewQuestionForm(OnceForm, QuestionForm):
    pass


class ChangeForm(QuestionForm):
    """revision: what the page began from. Hidden by attribute: so the browser keeps it with the words."""

    revision = forms.CharField(required=False, widget=Line({"hidden": True}))

    def clean_revision(self) -> int:
        given = str(self.cleaned_data.get("revision") or "")
        return int(given) if given.isdecimal() and len(given) < 9 else 0


class PutForm(PlainForm):
    place = forms.ChoiceField(
        label=gettext_lazy("Where would you like it answered?"),
        choices=list(PLACES.items()),
        widget=Choices(second=PLACES_SECOND),
        error_messages={"required": gettext_lazy("Choose one of the three.")},
    )


class AnswerForm(OnceForm):
    text = forms.CharField(
        label=gettext_lazy("Your answer"),
        help_text=gettext_lazy("To what was asked, no more and no less. Scenes may be left out."),
        widget=Words(rows=5),
        max_length=LONGEST_ANSWER,
        error_messages={"required": gettext_lazy("There is no answer here yet.")},
    )

    def to_read(self) -> list[forms.BoundField]:
        """What the other is going to read."""
        return [self["text"]]

    def __init__(self, *args: Any, adds: bool = False, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        if adds:
            self.fields["text"].label = _("What you would add")
            self.fields["text"].help_text = _("What you said before stands beside it.")


class WhenForm(PlainForm):
    day = forms.DateField(
        label=gettext_lazy("A day by which you will"),
        widget=Day,
        error_messages={
            "required": gettext_lazy("A day is needed here."),
            "invalid": gettext_lazy("This is not a day that can be read. You may write it as 2027-01-31."),
        },
    )

    def __init__(self, *args: Any, today: date, **kwargs: Any) -> None:
        super().__init__(*args, prefix="when", **kwargs)
        self.today = today

    def clean_day(self) -> date:
        day: date = self.cleaned_data["day"]
        if day < self.today:
            raise ValidationError(_("This day has passed. You may name today or a later day."))
        if day > self.today + FARTHEST:
            raise ValidationError(_("This is more than a year away. You may name a nearer day, or none."))
        return day
