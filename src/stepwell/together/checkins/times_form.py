"""A weekly time: an hour of the wall clock and the days of the week."""

from typing import Any

from django import forms
from django.utils.dates import WEEKDAYS
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from stepwell.ground.ui.api import Chips, PlainForm, TimeOfDay


class TimesForm(PlainForm):
    at = forms.TimeField(
        label=gettext_lazy("At what time"),
        help_text=gettext_lazy("By the clock where you are, also when the clocks change."),
        widget=TimeOfDay,
        input_formats=["%H:%M", "%H:%M:%S", "%H.%M", "%H"],
        error_messages={
            "required": gettext_lazy("A time is needed here, such as 20:30."),
            "invalid": gettext_lazy("This is not a time that can be read. You may write it as 20:30."),
        },
    )
    weekdays = forms.TypedMultipleChoiceField(
        label=gettext_lazy("On these days"),
        choices=[(str(day), name) for day, name in WEEKDAYS.items()],
        coerce=int,
        widget=Chips,
        error_messages={"required": gettext_lazy("Choose at least one day.")},
    )

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.initial.setdefault("weekdays", [str(day) for day in range(7)])

    def clean_weekdays(self) -> frozenset[int]:
        return frozenset(self.cleaned_data["weekdays"])


def days_in_words(weekdays: frozenset[int]) -> str:
    if len(weekdays) == 7:
        return _("every day")
    if weekdays == frozenset(range(5)):
        return _("Monday to Friday")
    return ", ".join(str(WEEKDAYS[day]) for day in sorted(weekdays))
