"""What may be typed about a time: a day, an hour, an end, how often. What was typed is never cut or lost."""

from datetime import date, datetime, time, timedelta
from typing import Any, cast
from zoneinfo import ZoneInfo

from django import forms
from django.utils.dates import WEEKDAYS
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from stepwell.ground.ui.api import Chips, Day, Line, Pick, PlainForm, TimeOfDay, Words
from stepwell.together.calendar.content import SpanV1
from stepwell.together.calendar.rules import DAYS
from stepwell.together.calendar.words import ORDINALS
from stepwell.together.calendar.zones import is_skipped

LONGEST, LONGEST_NOTE = 200, 4_000
EARLIEST, LATEST = date(1970, 1, 1), date(2199, 12, 31)
LONGEST_SPAN = timedelta(days=366)
HOUR_WORDS = {"invalid": gettext_lazy("This is not a time that can be read. You may write it as 18:30.")}
DAY_WORDS = {
    "invalid": gettext_lazy("This is not a day that can be read. You may write it as 2026-11-21."),
    "required": gettext_lazy("A day is needed here."),
}
REPEATS = {
    "": gettext_lazy("It comes once"),
    "daily": gettext_lazy("Every day"),
    "weekly": gettext_lazy("Every week"),
    "fortnightly": gettext_lazy("Every two weeks"),
    "monthly": gettext_lazy("Every month, on that day of the month"),
    "nth": gettext_lazy("Every month, on that weekday"),
    "yearly": gettext_lazy("Every year"),
}
KEEP = "as"


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


class RepeatForm(TimeForm):
    """The same, again and again. as_it_is: a rule that this form has no words for, which may be kept."""

    repeat = forms.ChoiceField(
        label=gettext_lazy("Does it come again"), choices=list(REPEATS.items()), required=False, widget=Pick
    )
    weekdays = forms.TypedMultipleChoiceField(
        label=gettext_lazy("On these weekdays"),
        help_text=gettext_lazy(
            "For every week or every two weeks. Leave all empty for the weekday of the first."
        ),
        choices=[(str(day), name) for day, name in WEEKDAYS.items()],
        coerce=int,
        required=False,
        widget=Chips,
    )
    last = day_field(
        gettext_lazy("The last time not after"),
        required=False,
        help_text=gettext_lazy("Leave it empty where there is no end."),
    )

    def __init__(self, *args: Any, as_it_is: tuple[str, str] = ("", ""), **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.kept_rule, words = as_it_is
        if self.kept_rule:
            field = cast("forms.ChoiceField", self.fields["repeat"])
            field.choices = [(KEEP, _("As it is: {words}").format(words=words)), *REPEATS.items()]

    def clean(self) -> dict[str, Any]:
        self.once = not self.data.get(self.add_prefix("repeat"))
        given = super().clean()
        last, day = given.get("last"), given.get("day")
        if last and day and given.get("repeat") and last < day:
            self.add_error("last", _("This is before it begins."))
        return given

    def span(self) -> SpanV1:
        """Of a weekly thing that does not fall on the day that was given: from the first day that it does."""
        span, given = super().span(), self.cleaned_data
        chosen = given.get("weekdays") or []
        if given.get("repeat") not in ("weekly", "fortnightly") or not chosen:
            return span
        ahead = timedelta(days=min((day - span.starts.weekday()) % 7 for day in chosen))
        ends = span.ends and span.ends + ahead
        return SpanV1(starts=span.starts + ahead, ends=ends, whole=span.whole, zone=span.zone)

    def rule(self) -> str:
        """An RRULE, or empty."""
        given, repeat = self.cleaned_data, self.cleaned_data.get("repeat") or ""
        if repeat == KEEP:
            return self.kept_rule
        day = self.span().starts
        chosen = sorted(given.get("weekdays") or [day.weekday()])
        weekly = ",".join(DAYS[one] for one in chosen)
        rules = {
            "daily": "FREQ=DAILY",
            "weekly": f"FREQ=WEEKLY;BYDAY={weekly}",
            "fortnightly": f"FREQ=WEEKLY;INTERVAL=2;BYDAY={weekly}",
            "monthly": f"FREQ=MONTHLY;BYMONTHDAY={day.day}",
            "nth": f"FREQ=MONTHLY;BYDAY={nth(day)}{DAYS[day.weekday()]}",
            "yearly": "FREQ=YEARLY",
        }
        rule = rules.get(repeat, "")
        return f"{rule};UNTIL={given['last']:%Y%m%d}" if rule and given.get("last") else rule


def nth(day: date) -> str:
    """Which of its kind a weekday is in its month: 1 to 4, and -1 for a fifth."""
    number = str((day.day - 1) // 7 + 1)
    return number if number in ORDINALS and number != "5" else "-1"


def started_from(rule: str, last: datetime | None) -> dict[str, Any] | None:
    """The answers of the form that give this rule; None where there are none."""
    plain = rule.partition(";UNTIL=")[0]
    end = {"last": last.date() if last else None}
    if "COUNT=" in rule:
        return None
    known = {"": "", "FREQ=DAILY": "daily", "FREQ=YEARLY": "yearly", "FREQ=WEEKLY": "weekly"}
    if plain in known:
        return {"repeat": known[plain], **end}
    for name, start in (("weekly", "FREQ=WEEKLY;BYDAY="), ("fortnightly", "FREQ=WEEKLY;INTERVAL=2;BYDAY=")):
        days = plain.removeprefix(start).split(",")
        if plain.startswith(start) and set(days) <= set(DAYS):
            return {"repeat": name, "weekdays": [str(DAYS.index(day)) for day in days], **end}
    return None
