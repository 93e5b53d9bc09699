"""What may be typed here. What was typed is never cut or lost."""

from collections.abc import Mapping
from typing import Any, cast

from django import forms
from django.utils.translation import gettext_lazy as _

from stepwell.ground.ui.api import Choices, Hidden, Line, OnceForm, PlainForm, Words
from stepwell.together.letters.content import PartV1
from stepwell.together.letters.limits import LONGEST_ANSWER, LONGEST_BACK, LONGEST_LOOKED, LONGEST_MISSED
from stepwell.together.letters.page_words import EMPTY
from stepwell.together.letters.sorts import Guide
from stepwell.together.letters.steps import ANSWER, WORD

LONGEST_SAID = 600
TOO_LONG = _("At most %(limit_value)d characters fit here. These are %(show_value)d.")
TEXT = "text"
# Before the names of another room's fields, so that they are none of ours.
OF_ANOTHER = "of"


class LetterForm(OnceForm):
    """A field for each heading of the guide. revision: what the page began from; empty for a new one."""

    revision = forms.CharField(required=False, widget=Line({"hidden": True}))

    def __init__(self, *args: Any, guide: Guide, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.guide = guide
        for heading in guide.headings:
            self.fields[heading.field] = forms.CharField(
                label=heading.label,
                help_text=heading.hint,
                required=False,
                strip=False,
                max_length=heading.longest,
                widget=Words({"dir": "auto"}, rows=heading.rows),
            )
            _say_how_much(self.fields[heading.field])

    def clean_revision(self) -> int:
        given = str(self.cleaned_data.get("revision") or "")
        return int(given) if given.isdecimal() and len(given) < 9 else 0

    def clean(self) -> dict[str, Any]:
        if not self.errors and not self.parts():
            self.add_error(self.guide.headings[0].field, EMPTY)
        return self.cleaned_data

    def parts(self) -> tuple[PartV1, ...]:
        found = ((one.key, _plain(self.cleaned_data.get(one.field))) for one in self.guide.headings)
        return tuple(PartV1(key=key, words=words) for key, words in found if words.strip())

    def typed(self) -> dict[str, tuple[object, str]]:
        """As it was typed, also where the form does not hold: name to label and text."""
        data = cast("Any", self.data)
        return {one.field: (one.label, str(data.get(one.field, ""))) for one in self.guide.headings}


def _lines(words: object) -> str:
    return str(words or "").replace("\r\n", "\n")


def _plain(words: object) -> str:
    return _lines(words).rstrip()


def _say_how_much(field: forms.Field) -> None:
    field.error_messages["max_length"] = _(
        "At most %(limit_value)d characters fit here. These are %(show_value)d. "
        "A second letter may hold the rest."
    )


class SaidForm(OnceForm):
    """What the two say to a letter."""

    step = forms.IntegerField(widget=Hidden, min_value=1, max_value=ANSWER)

    def to_read(self) -> list[forms.BoundField]:
        """What the other is going to read."""
        return [self["words"]]


class BackForm(SaidForm):
    """Giving back what one heard, or answering."""

    words = forms.CharField(
        label=_("What did you hear?"),
        help_text=_("Not whether you agree. Only what it is like for the other, in your own words."),
        widget=Words({"dir": "auto"}, rows=6),
        max_length=LONGEST_BACK,
        error_messages={"required": EMPTY},
    )


class AnswerForm(SaidForm):
    words = forms.CharField(
        label=_("Your answer"),
        widget=Words({"dir": "auto"}, rows=8),
        max_length=LONGEST_ANSWER,
        error_messages={"required": EMPTY},
    )


class WordForm(SaidForm):
    """That is it, or not quite."""

    verdict = forms.ChoiceField(
        label=_("Is that what you meant?"),
        widget=Choices,
        error_messages={"required": _("Choose one of the two.")},
    )
    words = forms.CharField(
        label=_("What was not heard yet, if you like"),
        widget=Words({"dir": "auto"}, rows=3),
        max_length=LONGEST_MISSED,
        required=False,
    )

    def __init__(self, *args: Any, step: int, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        not_quite = _("Not quite") if step == WORD else _("Not all of it, and an answer may come")
        cast("Any", self.fields["verdict"]).choices = [
            ("yes", _("Yes, that is it")),
            ("not-quite", not_quite),
        ]


class LookForm(PlainForm):
    """One text, or those of another room's form: a field for each, by the name it has there."""

    def __init__(self, *args: Any, texts: Mapping[str, str] | None = None, **kwargs: Any) -> None:
        super().__init__(*args, prefix=OF_ANOTHER if texts else None, **kwargs)
        self.labels: Mapping[str, str] = texts if texts and len(texts) > 1 else {}
        for name, label in (texts or {TEXT: ""}).items():
            self.fields[name] = forms.CharField(
                label=label or _("Your words"),
                strip=False,
                required=False,
                widget=Words({"dir": "auto"}, rows=8 if not self.labels else 4),
                max_length=LONGEST_LOOKED,
                error_messages={"max_length": TOO_LONG},
            )

    def typed(self) -> dict[str, tuple[object, str]]:
        """Of a valid form: what a field is called on the page, to its label and its text."""
        return {
            self.add_prefix(name): (self.labels.get(name, ""), _lines(self.cleaned_data[name]))
            for name in self.fields
        }


class FeelingForm(PlainForm):
    """I feel … when … because …"""

    feeling = forms.CharField(required=False, max_length=60)
    feel = forms.CharField(
        label=_("I feel"),
        help_text=_("One word for the emotion, from below or your own."),
        widget=Line({"dir": "auto"}),
        max_length=LONGEST_SAID,
        required=False,
    )
    when = forms.CharField(
        label=_("when"),
        help_text=_("What happened, once, as a camera would have seen it."),
        widget=Words({"dir": "auto"}, rows=2),
        max_length=LONGEST_SAID,
        required=False,
    )
    because = forms.CharField(
        label=_("because"),
        help_text=_("What it means to you. Not why the other did it."),
        widget=Words({"dir": "auto"}, rows=2),
        max_length=LONGEST_SAID,
        required=False,
    )

    def clean(self) -> dict[str, Any]:
        """A word of one's own goes before one that was picked."""
        given = self.cleaned_data
        given["feel"] = given.get("feel") or given.get("feeling", "")
        if not self.errors and not any(given.get(name) for name in ("feel", "when", "because")):
            self.add_error("feel", EMPTY)
        return given
