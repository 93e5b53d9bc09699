"""What may be typed here. Limits stand with the fields; what was typed is never cut or lost."""

from typing import Any

from django import forms
from django.core.exceptions import ValidationError
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from stepwell.ground.ui.api import Chips, Choices, Hidden, Line, PlainForm, Tick, Words
from stepwell.own.safety.content import PlanV1
from stepwell.own.safety.questions import HARK, MINE, asked

LONGEST = 1500
YES, NO, OPEN = "yes", "no", "open"
ANSWERS = [
    (YES, gettext_lazy("Yes")),
    (NO, gettext_lazy("No")),
    (OPEN, gettext_lazy("I would rather not say")),
]
UNANSWERED = gettext_lazy("Nothing is chosen here yet. “I would rather not say” is an answer too.")


def _number(given: object) -> int:
    """A count that the page brought along; -1 where it was lost, so that it fits nothing."""
    text = str(given or "")
    return int(text) if text.isdecimal() and text.isascii() and len(text) < 9 else -1


class QuestionsForm(PlainForm):
    """Every question with its three answers, none of them chosen beforehand.

    `round` says which time of asking the page belongs to.
    """

    round = forms.CharField(required=False, widget=Hidden)

    def __init__(self, *args: Any, apart: bool, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.keys = tuple(asked(apart=apart))
        for key, text in asked(apart=apart).items():
            self.fields[key] = forms.ChoiceField(
                label=text,
                choices=ANSWERS,
                widget=Choices,
                error_messages={"required": UNANSWERED, "invalid_choice": UNANSWERED},
            )

    def clean_round(self) -> int:
        return _number(self.cleaned_data.get("round"))

    def said(self) -> dict[str, bool]:
        """Of a valid form: yes and no by key. What was left open is not among them."""
        given = {key: self.cleaned_data[key] for key in self.keys}
        return {key: answer == YES for key, answer in given.items() if answer != OPEN}

    @property
    def first_unanswered(self) -> str:
        """The id of its first radio button, or nothing: a list of them all would be a wall of questions."""
        wrong = [key for key in self.keys if self.is_bound and self[key].errors]
        return f"{self[wrong[0]].auto_id}_0" if wrong else ""

    @property
    def hark(self) -> list[Any]:
        return [self[key] for key in self.keys if key in HARK]

    @property
    def own(self) -> list[Any]:
        return [self[key] for key in self.keys if key not in HARK and key not in MINE]

    @property
    def mine(self) -> list[Any]:
        return [self[key] for key in self.keys if key in MINE]


class WayForm(PlainForm):
    """The three choices. The first one is chosen unless somebody changes it."""

    way = forms.ChoiceField(
        label=gettext_lazy("For now"),
        initial="alone",
        choices=[
            ("alone", gettext_lazy("On my own")),
            ("some", gettext_lazy("Only what feels safe to me")),
            ("leave", gettext_lazy("Leave the space of two")),
        ],
        widget=Choices(
            second={
                "alone": gettext_lazy("The space of two rests. It is a pause like any other."),
                "some": gettext_lazy("Check-ins, for example. Nothing changes for anybody else."),
                "leave": gettext_lazy("First you read what each of you keeps."),
            }
        ),
    )


class KnowinglyForm(PlainForm):
    joint = forms.MultipleChoiceField(
        label=gettext_lazy("Open for me"),
        choices=[
            ("step", gettext_lazy("Steps on to the next landing")),
            ("dialogue", gettext_lazy("Talking live")),
        ],
        widget=Chips,
        error_messages={"required": gettext_lazy("Choose at least one, or leave it as it is.")},
    )
    knowing = forms.BooleanField(
        label=gettext_lazy("I have read this, and I choose it myself. Nobody told me to."),
        widget=Tick,
        error_messages={
            "required": gettext_lazy("This opens only with your own word. You may also leave it closed.")
        },
    )


def _words(label: Any, hint: Any) -> forms.CharField:
    field = forms.CharField(required=False, widget=Words(rows=3), label=label, help_text=hint)
    field.validators.append(_fits)
    return field


def _fits(text: str) -> None:
    if len(text) > LONGEST:
        said = _("This field holds {most} characters, and there are {now} in it. You may shorten it.")
        raise ValidationError(said.format(most=LONGEST, now=len(text)))


class PlanForm(PlainForm):
    """The revision is hidden by attribute and not by type: the browser keeps it with half-written words."""

    revision = forms.CharField(required=False, widget=Line({"hidden": True}))
    signs = _words(
        gettext_lazy("How I notice that it begins"),
        gettext_lazy("A tone, a time of day, a feeling in the body."),
    )
    alone = _words(
        gettext_lazy("What I can do alone"),
        gettext_lazy("Small things that have helped before. Going outside counts."),
    )
    people = _words(
        gettext_lazy("People and places"),
        gettext_lazy("Who may be rung at night. Where a door is open. A word that tells them to come."),
    )
    professionals = _words(
        gettext_lazy("Professionals"),
        gettext_lazy("A doctor, a therapist, a line that answers, with their numbers."),
    )
    place = _words(
        gettext_lazy("Making the place safe"),
        gettext_lazy("What is put out of reach. Which way leads out. Papers, keys, money, a charged phone."),
    )

    def clean_revision(self) -> int:
        return max(_number(self.cleaned_data.get("revision")), 0)

    def plan(self) -> PlanV1:
        """Of a valid form."""
        return PlanV1(**self.cleaned_data)
