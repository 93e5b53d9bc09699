"""What may be typed here. What was typed is never cut or lost: what is too long is laid out in two parts."""

from collections.abc import Mapping
from datetime import UTC, datetime, tzinfo
from typing import Any, cast
from uuid import UUID, uuid4

from django import forms
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from stepwell.ground.ui.api import Choices, Hidden, Line, OnceForm, PlainForm, Tick, Words, in_words
from stepwell.together.dialogue.ending import Leaving
from stepwell.together.dialogue.limits import (
    LONGEST,
    LONGEST_TAKEN,
    LONGEST_TOPIC,
    MOST_WORDS,
    MOST_WORDS_BACK,
    straight,
    too_long,
    words_in,
)
from stepwell.together.dialogue.page_words import BECOMES, DEVICES, DEVICES_SECOND, TIMES, WAYS, WAYS_SECOND
from stepwell.together.dialogue.page_words import laid_out as laid_out_words
from stepwell.together.dialogue.page_words import too_long as too_long_words

MINUTES = (("10", _("10 minutes")), ("20", _("20 minutes")), ("30", _("30 minutes")))


def id_sent(sent: Mapping[str, Any]) -> UUID:
    """The id of a form that was sent, whatever else became of it; a new one where it cannot be read."""
    try:
        return UUID(str(sent.get("form_id")))
    except ValueError:
        return uuid4()


class AskForm(PlainForm):
    topic = forms.CharField(
        label=_("What you would like to talk about"),
        help_text=_("One thing, in one line. The talk itself comes later."),
        widget=Line({"dir": "auto"}),
        max_length=LONGEST_TOPIC,
        error_messages={"required": _("A few words are needed, so that the other knows what it is about.")},
    )
    minutes = forms.TypedChoiceField(
        label=_("For how long"), choices=MINUTES, coerce=int, widget=Choices, initial="20"
    )
    way = forms.ChoiceField(
        label=_("How"), choices=list(WAYS.items()), widget=Choices(second=WAYS_SECOND), initial="written"
    )
    devices = forms.ChoiceField(
        label=_("On what"),
        choices=list(DEVICES.items()),
        widget=Choices(second=DEVICES_SECOND),
        initial="two",
    )
    first = forms.ChoiceField(label=_("Who speaks first"), widget=Choices, initial="me")

    def __init__(self, *args: Any, other: str, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["first"].choices = [("me", _("I do")), ("other", other)]  # type: ignore[attr-defined]  # a choice field

    def clean_topic(self) -> str:
        return straight(str(self.cleaned_data["topic"]))

    def to_read(self) -> list[forms.BoundField]:
        """What the other is going to read."""
        return [self["topic"]]


class TurnForm(OnceForm):
    """One turn. What does not fit is told by `too_long`; the view lays it out in two parts."""

    most = MOST_WORDS
    text = forms.CharField(
        label=_("Your turn"),
        widget=Words(rows=4),
        max_length=LONGEST,
        error_messages={"required": _("There is nothing here yet.")},
    )

    def to_read(self) -> list[forms.BoundField]:
        """What the other is going to read."""
        return [self["text"]]

    def clean_text(self) -> str:
        text = str(self.cleaned_data["text"])
        if too_long(text, self.most):
            raise forms.ValidationError(self.how_long(words_in(text)), code="too_long")
        return text

    def how_long(self, count: int) -> str:
        return too_long_words(count, self.most)

    def is_too_long(self) -> bool:
        return self.has_error("text", "too_long")


class SpeakForm(TurnForm):
    """rest: what waits for the own next turn."""

    rest = forms.CharField(
        label=_("For your next turn"),
        help_text=_("Only you see this. It stands ready when you speak again."),
        widget=Words(rows=3),
        max_length=LONGEST,
        required=False,
    )

    def __init__(self, *args: Any, label: str, hint: str = "", **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["text"].label = label
        self.fields["text"].help_text = hint

    def how_long(self, count: int) -> str:
        return laid_out_words(count, self.most)


class BackForm(TurnForm):
    most = MOST_WORDS_BACK

    def __init__(self, *args: Any, label: str, hint: str = "", **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["text"].label = label
        self.fields["text"].help_text = hint


class TryForm(TurnForm):
    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["text"].label = _("What you would try")
        self.fields["text"].help_text = _("Something small of your own, from your side.")


class BegunForm(PlainForm):
    """What was being written when a talk ended, under the names it had there."""

    text = forms.CharField(
        help_text=_("Whatever stands here was not sent. Only you see it."),
        widget=Words(rows=3),
        required=False,
    )
    rest = forms.CharField(label=_("For your next turn"), widget=Words(rows=3), required=False)

    def __init__(self, *args: Any, label: object, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["text"].label = str(label)


class ReturnForm(PlainForm):
    """counted: from which moment its page counted; None where it did not say, or not in a way that is one."""

    minutes = forms.TypedChoiceField(
        label=_("When you come back"), choices=list(TIMES.items()), coerce=int, widget=forms.Select
    )
    counted = forms.CharField(required=False, widget=Hidden)

    def offer(self, ends: Mapping[int, datetime], zone: tzinfo) -> None:
        """Only these, each with the time that is meant."""
        today = timezone.now().astimezone(zone).date()
        self.fields["minutes"].choices = [  # type: ignore[attr-defined]  # a choice field
            (
                str(minutes),
                _("{length}, until {moment}").format(
                    length=TIMES[str(minutes)],
                    moment=in_words(end, "time" if end.astimezone(zone).date() == today else "long", zone),
                ),
            )
            for minutes, end in ends.items()
        ]

    def renew(self, fresh: "ReturnForm") -> None:
        """What was sent stays, and it offers what a fresh one does."""
        self.fields["minutes"].choices = fresh.fields["minutes"].choices  # type: ignore[attr-defined]  # a choice field
        self.data = cast("Any", self.data).copy()
        cast("Any", self.data)["counted"] = fresh.initial["counted"]

    def clean_counted(self) -> datetime | None:
        given = str(self.cleaned_data["counted"])
        if not (given.isascii() and given.isdecimal() and len(given) < 12):
            return None
        return datetime.fromtimestamp(int(given), UTC)


class LeaveForm(OnceForm):
    text = forms.CharField(
        label=_("One thing you take away"),
        help_text=_("Only you see it, unless you choose otherwise below. It may stay empty."),
        widget=Words(rows=2),
        max_length=LONGEST_TAKEN,
        required=False,
    )
    becomes = forms.ChoiceField(
        label=_("Would you like it to become something?"),
        choices=list(BECOMES.items()),
        widget=Choices,
        initial="nothing",
        required=False,
    )
    shown = forms.BooleanField(widget=Tick, required=False)
    keep = forms.BooleanField(
        label=_("I would like the words of this talk kept. They stay only if both of you would."),
        widget=Tick,
        required=False,
    )

    def __init__(self, *args: Any, other: str, has_words: bool, **kwargs: Any) -> None:
        """has_words: something was written in this talk, so that it can be kept."""
        super().__init__(*args, **kwargs)
        if not has_words:
            del self.fields["keep"]
        self.fields["shown"].label = _("Show {name} what I take away, once both of you have ended").format(
            name=other
        )

    def said(self) -> Leaving:
        given = self.cleaned_data
        return Leaving(
            form_id=given["form_id"],
            text=given["text"],
            becomes=given["becomes"] or "nothing",
            shown=given["shown"],
            keep=given.get("keep", False),
        )
