"""What may be typed here. What was typed is never cut or lost."""

from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from stepwell.ground.ui.api import Choices, ManyChoices, PlainForm, Short, Words
from stepwell.together.touch.limits import HOURS, LONGEST, LONGEST_LINE, LONGEST_WORD, MINUTES, MOST_LINES
from stepwell.together.touch.page_words import EITHER, MOVED, NOTHING_IN, name_of, too_long, too_many
from stepwell.together.touch.terms import lines_of

MINUTE_WORDS = {5: _("5 minutes"), 10: _("10 minutes"), 20: _("20 minutes"), 30: _("30 minutes")}
HOUR_WORDS = {2: _("2 hours"), 4: _("4 hours"), 8: _("8 hours")}


class Lines(forms.CharField):
    """A line for each. Gives them apart, each once."""

    def __init__(self, **kwargs: Any) -> None:
        super().__init__(widget=Words(rows=4), max_length=LONGEST, **kwargs)

    def clean(self, value: Any) -> Any:
        lines = lines_of(str(super().clean(value)))
        if len(lines) > MOST_LINES:
            raise forms.ValidationError(too_many(MOST_LINES), code="too_many")
        if any(len(line) > LONGEST_LINE for line in lines):
            raise forms.ValidationError(too_long(LONGEST_LINE), code="too_long")
        if self.required and not lines:
            raise forms.ValidationError(self.error_messages["required"], code="required")
        return lines


class AskForm(PlainForm):
    level = forms.TypedChoiceField(
        label=_("Which step"),
        coerce=int,
        widget=Choices,
        initial="0",
        error_messages={"invalid_choice": MOVED},
    )
    ins = Lines(
        label=_("What is in for me"),
        help_text=_(
            "A line for each: sitting side by side, my hands, my shoulders. What is in is only what you both "
            "say is in."
        ),
        error_messages={"required": _("One line is needed at least.")},
    )
    outs = Lines(
        label=_("What is out for me"),
        help_text=_("A line for each. What either of you says is out is out, and no line says whose it is."),
        required=False,
    )
    minutes = forms.TypedChoiceField(
        label=_("For how long"),
        choices=[(str(one), MINUTE_WORDS[one]) for one in MINUTES],
        coerce=int,
        widget=Choices,
        initial="10",
    )
    first = forms.ChoiceField(label=_("Who gives first"), widget=Choices, initial="other")
    word = forms.CharField(
        label=_("A word to stop"),
        help_text=_("Said aloud it ends it at once. So does a tap, and so does any other sign."),
        widget=Short({"dir": "auto"}),
        max_length=LONGEST_WORD,
        error_messages={"required": _("A word to stop is needed, so that both know it.")},
    )
    hours = forms.TypedChoiceField(
        label=_("How long this stands"),
        help_text=_("It ends by itself then, asked or agreed."),
        choices=[(str(one), HOUR_WORDS[one]) for one in HOURS],
        coerce=int,
        widget=Choices,
        initial="4",
    )

    def __init__(self, *args: Any, other: str, level: int, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        choices: dict[str, list[tuple[str, object]]] = {"first": [("me", _("I do")), ("other", other)]}
        choices["level"] = [(str(one), name_of(one)) for one in range(level + 1)]
        for name, some in choices.items():
            self.fields[name].choices = some  # type: ignore[attr-defined]  # a choice field

    def to_read(self) -> list[forms.BoundField]:
        """What the other is going to read."""
        return [self["ins"], self["outs"]]


class YesForm(PlainForm):
    ins = forms.TypedMultipleChoiceField(
        label=_("What is in for me too"),
        coerce=int,
        widget=ManyChoices,
        error_messages={"required": NOTHING_IN},
    )
    outs = Lines(
        label=_("What else is out for me"),
        help_text=_("A line for each, if there is anything. No line says whose it is."),
        required=False,
    )

    def __init__(self, *args: Any, lines: tuple[str, ...], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        choices = [(str(number), line) for number, line in enumerate(lines)]
        self.fields["ins"].choices = choices  # type: ignore[attr-defined]  # a choice field


class AfterForm(PlainForm):
    comfortable = forms.ChoiceField(
        label=_("Was it comfortable for you?"),
        choices=[("yes", _("Yes, or neither one way nor the other")), ("no", _("No, or I do not know"))],
        widget=Choices,
        error_messages={"required": EITHER},
    )
    obliged = forms.ChoiceField(
        label=_("Did you feel obliged?"),
        choices=[("no", _("No")), ("yes", _("Yes, or a little"))],
        widget=Choices,
        error_messages={"required": EITHER},
    )
