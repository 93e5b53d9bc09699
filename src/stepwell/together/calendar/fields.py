"""What may be typed about a time: a day, an hour, an end. What was typed is never cut or lost."""

from datetime import date, datetime, time, timedelta
from typing import Any
from zoneinfo import ZoneInfo

from django import forms
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from stepwell.ground.ui.api import Day, Line, PlainForm, TimeOfDay, Words
from stepwell.together.calendar.content import SpanV1
from stepwell.together.calendar.zones import is_skipped

LONGEST, LONGEST_NOTE = 200, 4_000
EARLIEST, LATEST = date(1970, 1, 1), date(2199, 12, 31)
LONGEST_SPAN = timedelta(days=366)
HOUR_WORDS = {"invalid": gettext_lazy("This is not a time that can be read. You may write it as 18:30.")}
DAY_WORDS = {
    "invalid": gettext_lazy("This is not a day that can be read. You may write it as 2026-11-21."),
    "required": gettext_lazy("A day is needed here."),
}


def short(label: Any, **more: Any) -> forms.CharField:
    return forms.CharField(label=label, required=False, max_length=LONGEST, widget=Line, **more)


def long(label: Any, **more: Any) -> forms.CharField:
    return forms.CharField(label=label, required=False, max_length=LONGEST_NOTE, widget=Words(rows=2), **more)


def day_field(label: Any, *, required: bool = True, **more: Any) -> forms.DateField:
    formats = ["%Y-%m-%d", "%d.%m.%Y", "%d/%m/%Y"]
    return forms.DateField(
        label=label, required=required, widget=Day, input_formats=formats, error_messages=DAY_WORDS, **more
    )


def hour_field(label: Any, **more: Any) -> forms.TimeField:
    formats = ["%H:%M", "%H:%M:%S", "%H.%M", "%H"]
    return forms.TimeField(
        label=label,
        required=False,
        widget=TimeOfDay,
        input_formats=formats,
        error_messages=HOUR_WORDS,
        **more,
    )


class TimeForm(PlainForm):
    """When something is, by the clock of `zone`."""

    day = day_field(gettext_lazy("On which day"))
    at = hour_field(
        gettext_lazy("From what time"), help_text=gettext_lazy("Leave it empty where it is the whole day.")
    )
    until = hour_field(
        gettext_lazy("Until what time"), help_text=gettext_lazy("Leave it empty where it is open.")
    )
    until_day = day_field(
        gettext_lazy("Until which day"),
        required=False,
        help_text=gettext_lazy("Only where it ends on another day."),
    )
    once = True

    def __init__(self, *args: Any, zone: str, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.zone = zone

    def clean(self) -> dict[str, Any]:
        given = super().clean() or self.cleaned_data
        if not self.errors:
            self._check_times(given)
        return given

    def _check_times(self, given: dict[str, Any]) -> None:
        day, at, until = given["day"], given["at"], given["until"]
        if not EARLIEST <= day <= LATEST:
            self.add_error("day", _("This day is too far away to be kept here."))
        elif until is not None and at is None:
            self.add_error("at", _("Give the time it begins, too, or leave both empty."))
        elif self._ends(given) is not None and self._ends(given) < self._starts(given):
            self._say_before(given)
        elif self._ends(given) is not None and self._ends(given) - self._starts(given) > LONGEST_SPAN:
            self.add_error("until_day", _("This is longer than a year. You may write two plans."))
        elif self.once and at is not None:
            self._check_clock("at", self._starts(given))
            if until is not None:
                self._check_clock("until", self._ends(given))

    def _say_before(self, given: dict[str, Any]) -> None:
        if given["until_day"] is None:
            said = _("This is before it begins. If it ends on another day, give that day, too.")
            self.add_error("until", said)
        else:
            self.add_error("until_day", _("This is before it begins."))

    def _check_clock(self, name: str, wall: datetime) -> None:
        if not is_skipped(wall, ZoneInfo(self.zone)):
            return
        said = _(
            "On that night the clock is set forward, and no clock shows this time. You may choose another."
        )
        self.add_error(name, said)

    def _starts(self, given: dict[str, Any]) -> datetime:
        return datetime.combine(given["day"], given["at"] or time())

    def _ends(self, given: dict[str, Any]) -> Any:
        """A datetime, or None where it was left open."""
        if given["until"] is not None:
            return datetime.combine(given["until_day"] or given["day"], given["until"])
        return (
            datetime.combine(given["until_day"], time())
            if given["until_day"] and given["at"] is None
            else None
        )

    def span(self) -> SpanV1:
        given = self.cleaned_data
        whole = given["at"] is None
        return SpanV1(starts=self._starts(given), ends=self._ends(given), whole=whole, zone=self.zone)
