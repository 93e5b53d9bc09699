"""What may be typed here. What was typed is never cut or lost."""

from datetime import date, timedelta
from typing import Any

from django import forms
from django.core.exceptions import ValidationError
from django.utils.dates import WEEKDAYS
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from stepwell.ground.ui.api import Chips, Choices, Day, OnceForm, Pick, Words
from stepwell.together.promises.content import DaysV1
from stepwell.together.promises.days import LONGEST, next_day
from stepwell.together.promises.limits import LONGEST_NOTE, LONGEST_REASON, LONGEST_WHAT
from stepwell.together.promises.page_words import REPEATS

USUAL = timedelta(days=28)
NO_DAY = {
    "required": gettext_lazy("A day is needed here."),
    "invalid": gettext_lazy("This is not a day that can be read. You may write it as 2027-01-31."),
}


class PromiseForm(OnceForm):
    """`today` is the calendar day of who promises. An empty `partner` draws no seat for anybody."""

    what = forms.CharField(
        label=gettext_lazy("What you will do"),
        help_text=gettext_lazy("Small, and in your own hands. “I ring at six, from the station.”"),
        widget=Words(rows=2),
        max_length=LONGEST_WHAT,
        error_messages={"required": gettext_lazy("There is nothing promised here yet.")},
    )
    repeat = forms.ChoiceField(
        label=gettext_lazy("How often"), choices=list(REPEATS.items()), widget=Pick, initial="once"
    )
    first = forms.DateField(
        label=gettext_lazy("On which day, or from which"), widget=Day, error_messages=NO_DAY
    )
    weekdays = forms.TypedMultipleChoiceField(
        label=gettext_lazy("On these days of the week"),
        choices=[(str(day), name) for day, name in WEEKDAYS.items()],
        coerce=int,
        required=False,
        widget=Chips,
    )
    until = forms.DateField(
        label=gettext_lazy("Until when"),
        help_text=gettext_lazy("Up to a year. It can be promised anew."),
        required=False,
        widget=Day,
        error_messages=NO_DAY,
    )

    def __init__(self, *args: Any, today: date, partner: str = "", **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.today, self.partner = today, partner
        self.initial.setdefault("first", today)
        self.initial.setdefault("until", today + USUAL)
        if partner:
            self.fields["who"] = _who(partner)

    def to_read(self) -> list[forms.BoundField]:
        """What the other is going to read."""
        return [self["what"]] if self.partner else []

    @property
    def repeats(self) -> bool:
        return self["repeat"].value() not in ("once", "", None)

    def clean_first(self) -> date:
        first: date = self.cleaned_data["first"]
        if first < self.today:
            raise ValidationError(_("This day has passed. A promise is for today or for a later day."))
        if first > self.today + LONGEST:
            raise ValidationError(_("This is more than a year away. A nearer day holds better."))
        return first

    def clean(self) -> dict[str, Any]:
        given = super().clean() or self.cleaned_data
        if given.get("repeat", "once") == "once":
            # What stands in the fold is for what repeats, and may be anything.
            for name in ("until", "weekdays"):
                self.errors.pop(name, None)
            return given
        if given["repeat"] == "weekdays" and not given.get("weekdays"):
            self.add_error("weekdays", _("Choose at least one day."))
        if "first" in given and "until" not in self.errors:
            self._clean_until(given)
        return given

    def _clean_until(self, given: dict[str, Any]) -> None:
        until = given.get("until")
        if until is None:
            self.add_error("until", _("A promise that comes back has a last day. It can be promised anew."))
        elif until < given["first"]:
            self.add_error("until", _("This lies before the first day. The last day comes after it."))
        elif until > given["first"] + LONGEST:
            self.add_error(
                "until", _("This is more than a year after the first day. A nearer one holds better.")
            )
        elif not self.errors and next_day(self.days(), given["first"]) is None:
            self.add_error("until", _("None of these days of the week lies before this day."))

    def days(self) -> DaysV1:
        """Of a form whose days are valid."""
        given = self.cleaned_data
        repeat = given["repeat"]
        return DaysV1(
            first=given["first"],
            until=given["first"] if repeat == "once" else given["until"],
            repeat=repeat,
            weekdays=tuple(sorted(given["weekdays"])) if repeat == "weekdays" else (),
        )


def _who(partner: str) -> forms.ChoiceField:
    return forms.ChoiceField(
        label=_("To whom"),
        help_text=_("What you say to {name} stands in the record of you two, also when it has ended.").format(
            name=partner
        ),
        choices=[
            ("both", _("To {name}. Both of us can read it").format(name=partner)),
            ("me", _("To myself. Only I can read it")),
        ],
        widget=Choices,
        error_messages={
            "required": _("Choose one of the two."),
            "invalid_choice": _("Choose one of the two."),
        },
    )


class EndForm(OnceForm):
    reason = forms.CharField(
        label=gettext_lazy("A word about why"),
        help_text=gettext_lazy("If you like. It may stay empty."),
        required=False,
        widget=Words(rows=3),
        max_length=LONGEST_REASON,
    )

    def to_read(self) -> list[forms.BoundField]:
        """What the other is going to read."""
        return [self["reason"]]


class NoteForm(OnceForm):
    text = forms.CharField(
        label=gettext_lazy("A note for yourself"),
        widget=Words(rows=3),
        max_length=LONGEST_NOTE,
        error_messages={"required": gettext_lazy("There is nothing to keep yet.")},
    )
