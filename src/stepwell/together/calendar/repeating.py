"""What may be typed about how often something comes, and the rule it gives."""

from datetime import date, datetime, timedelta
from typing import Any, cast

from django import forms
from django.utils.dates import WEEKDAYS
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from stepwell.ground.ui.api import Chips, Pick
from stepwell.together.calendar.content import SpanV1
from stepwell.together.calendar.fields import TimeForm, day_field
from stepwell.together.calendar.reckoning import DAYS
from stepwell.together.calendar.words import ORDINALS

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
