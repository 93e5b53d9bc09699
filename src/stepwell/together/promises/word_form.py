"""The form in which the promiser says what became of a day."""

from collections.abc import Sequence
from datetime import date
from typing import Any

from django import forms
from django.core.exceptions import ValidationError
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from stepwell.ground.ui.api import Choices, Day, Line, OnceForm, Words
from stepwell.together.promises.content import NEEDS_PLAN
from stepwell.together.promises.days import LONGEST
from stepwell.together.promises.forms import NO_DAY
from stepwell.together.promises.limits import LONGEST_REASON, LONGEST_WHAT
from stepwell.together.promises.page_words import NOT_YET, OUTCOMES, PASSED
from stepwell.together.promises.saying import Plan


class WordForm(OnceForm):
    """may: what can be said of `day` now. planned: a plan stands already, so that none is asked for.

    known is hidden by attribute and not by type, because the browser keeps half-written words with it.
    """

    known = forms.CharField(required=False, widget=Line({"hidden": True}))
    outcome = forms.ChoiceField(
        label=gettext_lazy("What became of it"),
        widget=Choices,
        error_messages={"required": gettext_lazy("Choose what fits.")},
    )
    reason = forms.CharField(
        label=gettext_lazy("Why, in your words"),
        help_text=gettext_lazy("If you kept it, this may stay empty."),
        required=False,
        widget=Words(rows=3),
        max_length=LONGEST_REASON,
    )
    plan_what = forms.CharField(
        label=gettext_lazy("What you promise in its place"),
        required=False,
        widget=Words(rows=2),
        max_length=LONGEST_WHAT,
    )
    plan_day = forms.DateField(
        label=gettext_lazy("For which day"), required=False, widget=Day, error_messages=NO_DAY
    )

    def __init__(
        self, *args: Any, may: Sequence[str], today: date, day: date, planned: bool, **kwargs: Any
    ) -> None:
        super().__init__(*args, **kwargs)
        self.may, self.today, self.day, self.planned = may, today, day, planned
        outcome: Any = self.fields["outcome"]
        outcome.choices = list(OUTCOMES.items())
        # A page that waited past midnight may send what is no longer drawn: it is told why.
        outcome.widget.choices = [(key, words) for key, words in OUTCOMES.items() if key in may]
        if planned:
            self.fields["plan_what"].label = _("Another plan, if the one you made no longer fits")

    def to_read(self) -> list[forms.BoundField]:
        """What the other is going to read."""
        return [self["reason"], *([self["plan_what"]] if self.asks else [])]

    @property
    def asks(self) -> bool:
        """Whether anything can be said here that asks for a reason and a plan."""
        return bool(NEEDS_PLAN & set(self.may))

    def clean_known(self) -> int:
        given = str(self.cleaned_data.get("known") or "")
        return int(given) if given.isdecimal() and len(given) < 9 else 0

    def clean_outcome(self) -> str:
        outcome = str(self.cleaned_data["outcome"])
        if outcome not in self.may:
            raise ValidationError(PASSED if self.day < self.today else NOT_YET)
        return outcome

    def clean(self) -> dict[str, Any]:
        given = super().clean() or self.cleaned_data
        if given.get("outcome") == "kept" and (given.get("plan_what") or self["plan_what"].errors):
            # Both cannot be meant, and what was written is not dropped unseen.
            self.add_error("outcome", _("You chose that you kept it, and wrote a plan. Which of them fits?"))
        if given.get("outcome") in NEEDS_PLAN:
            self._needs(given)
        return given

    def _needs(self, given: dict[str, Any]) -> None:
        if not given.get("reason") and "reason" not in self.errors:
            self.add_error("reason", _("A word about why is needed here. A short one is enough."))
        what, day = given.get("plan_what"), given.get("plan_day")
        if self.planned and not what and not day:
            return
        if not what and "plan_what" not in self.errors:
            self.add_error(
                "plan_what", _("What you do in its place is a promise too. It may be a small one.")
            )
        if day is None and "plan_day" not in self.errors:
            self.add_error("plan_day", _("A day is needed here."))
        elif day is not None and day < self.today:
            self.add_error("plan_day", _("This day has passed. A plan is for today or for a later day."))
        elif day is not None and day > self.today + LONGEST:
            self.add_error("plan_day", _("This is more than a year away. A nearer day holds better."))

    def plan(self) -> Plan | None:
        given = self.cleaned_data
        if given["outcome"] == "kept" or not given.get("plan_what"):
            return None
        return Plan(given["plan_what"], given["plan_day"])
