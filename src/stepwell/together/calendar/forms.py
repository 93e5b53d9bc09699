"""What may be typed into a plan, into one time of a series, and into a ritual for two."""

from collections.abc import Iterable
from typing import Any, cast
from zoneinfo import ZoneInfo

from django import forms
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from msgspec.structs import replace

from stepwell.ground.ui.api import Choices, Hidden, ManyChoices, OnceForm, PlainForm
from stepwell.together.calendar.content import PARTS, BodyV1, PlanV1, SpanV1, TextV1
from stepwell.together.calendar.fields import TimeForm, long, short
from stepwell.together.calendar.repeating import KEEP, REPEATS, RepeatForm, started_from
from stepwell.together.calendar.rules import settle
from stepwell.together.calendar.slots import Slot
from stepwell.together.calendar.words import PART_LABELS, how_often
from stepwell.together.calendar.zones import zone_of

SORTS = {"plan": gettext_lazy("A plan"), "session": gettext_lazy("An appointment")}
SORTS_SECOND = {"session": gettext_lazy("Such as a session. Without words it is called just that.")}
JOINT = {
    "meal": gettext_lazy("A shared meal"),
    "walk": gettext_lazy("A walk"),
    "words": gettext_lazy("A time to say how each of us is"),
    "own": gettext_lazy("Something else"),
}


class TextForm(PlainForm):
    what = short(gettext_lazy("What it is"))
    where = short(gettext_lazy("Where you will be"))
    whom = short(gettext_lazy("With whom"))
    reach = short(gettext_lazy("How to reach you"))

    def text(self) -> TextV1:
        return TextV1(**{name: self.cleaned_data[name].strip() for name in TextV1.__struct_fields__})


class WhoForm(PlainForm):
    """Who may read it: nobody else unless chosen, then part by part. Day and start go along with any part."""

    who = forms.ChoiceField(
        label=gettext_lazy("Choose for this plan only"),
        help_text=gettext_lazy("You can take it back later. What was read by then cannot be unread."),
        widget=Choices,
        required=False,
    )
    parts = forms.MultipleChoiceField(
        label=gettext_lazy("Beside the day and the hour it begins"),
        choices=list(PART_LABELS.items()),
        required=False,
        widget=ManyChoices,
    )

    def __init__(self, *args: Any, partner: str = "", usual: Iterable[str] = PARTS, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.partner = partner
        if not partner:
            del self.fields["who"], self.fields["parts"]
            return
        both = _("{name} and me").format(name=partner)
        who = cast("forms.ChoiceField", self.fields["who"])
        who.choices = [("me", gettext_lazy("Only me")), ("both", both)]
        self.initial.setdefault("who", "me")
        self.initial.setdefault("parts", list(usual))

    def show(self) -> tuple[str, ...] | None:
        """The parts to show; None when it is for its owner only."""
        given = self.cleaned_data
        return tuple(given["parts"]) if given.get("who") == "both" else None


class PlanForm(OnceForm, WhoForm, RepeatForm, TextForm):
    sort = forms.ChoiceField(
        label=gettext_lazy("What kind"), choices=list(SORTS.items()), required=False,
        widget=Choices(second=SORTS_SECOND),
    )  # fmt: skip
    note = long(gettext_lazy("A note for yourself"), help_text=gettext_lazy("Never shown to anybody."))
    revision = forms.IntegerField(widget=Hidden, required=False, min_value=0, max_value=10**6)

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.initial.setdefault("sort", "plan")

    def body(self, before: BodyV1 | None = None) -> BodyV1:
        """The plan as it was typed. Where a series goes on by the same rule, its single times stay."""
        sort = "session" if self.cleaned_data["sort"] == "session" else "plan"
        return body_of(self, sort=sort, text=self.text(), before=before)


def body_of(form: RepeatForm, *, sort: Any, text: TextV1, before: BodyV1 | None = None) -> BodyV1:
    span, rule = form.span(), form.rule()
    kept, last = settle(rule, span.starts, zone_of(span.zone)) if rule else ("", None)
    body = BodyV1(when=span, text=text, sort=sort, rule=kept, last=last)
    if before is None or not before.repeats or kept != before.rule or not _same_days(span, before.when):
        return body
    by = span.starts - before.when.starts
    return replace(
        body,
        more=tuple(start + by for start in before.more),
        out=tuple(start + by for start in before.out),
        moved=tuple(replace(one, was=one.was + by) for one in before.moved),
    )


def _same_days(one: SpanV1, other: SpanV1) -> bool:
    return one.starts.date() == other.starts.date() and one.zone == other.zone


def started(plan: PlanV1) -> dict[str, Any]:
    """The answers that give this plan."""
    body = plan.body
    return {
        **_text(body.text),
        **_times(body.when),
        **(started_from(body.rule, body.last) or {"repeat": KEEP}),
        "sort": body.sort,
        "note": plan.note,
        "revision": plan.revision,
    }


def kept_rule(body: BodyV1) -> tuple[str, str]:
    """A rule that the form has no answers for, and its words."""
    if started_from(body.rule, body.last) is not None:
        return "", ""
    return body.rule, how_often(body)


def _text(text: TextV1) -> dict[str, Any]:
    return {name: getattr(text, name) for name in TextV1.__struct_fields__}


def _times(span: SpanV1) -> dict[str, Any]:
    ends, other_day = span.ends, span.ends is not None and span.ends.date() != span.starts.date()
    return {
        "day": span.starts.date(),
        "at": None if span.whole else span.starts.time(),
        "until": ends.time() if ends is not None and not span.whole else None,
        "until_day": ends.date() if ends is not None and other_day else None,
    }


class OneForm(TimeForm, TextForm):
    """One time of a series, otherwise than the rest."""

    @classmethod
    def started(cls, slot: Slot, zone: ZoneInfo) -> "OneForm":
        span = SpanV1(starts=slot.starts, ends=slot.ends, whole=slot.whole, zone=zone.key)
        return cls(zone=zone.key, initial={**_text(slot.text), **_times(span)})


class RitualForm(OnceForm, RepeatForm):
    joint = forms.ChoiceField(
        label=gettext_lazy("What you would like to do"), choices=list(JOINT.items()), widget=Choices,
        error_messages={"required": gettext_lazy("Choose one, or say it in your own words.")},
    )  # fmt: skip
    what = short(gettext_lazy("In your own words"))
    where = short(gettext_lazy("Where"))

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        repeat = cast("forms.ChoiceField", self.fields["repeat"])
        repeat.choices = list(REPEATS.items())[1:]
        self.initial.setdefault("repeat", "weekly")
        repeat.required = True
        del self.fields["until_day"]

    def clean(self) -> dict[str, Any]:
        self.cleaned_data.setdefault("until_day", None)
        given = super().clean()
        if given.get("joint") == "own" and not given.get("what", "").strip():
            self.add_error("what", _("A few words are needed here."))
        return given

    def body(self) -> BodyV1:
        given = self.cleaned_data
        what = given["what"].strip() or str(JOINT[given["joint"]])
        return body_of(self, sort="plan", text=TextV1(what=what, where=given["where"].strip()))
