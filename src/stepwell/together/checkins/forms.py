"""What may be typed into a check-in. Limits stand in fields.py; what was typed is never cut or lost."""

from collections.abc import Iterable, Mapping
from functools import partial
from typing import Any

from django import forms
from django.core.exceptions import ValidationError
from django.http import QueryDict
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from stepwell.ground.people import api as people
from stepwell.ground.ui.api import (
    OWN_MARK,
    Choices,
    ChosenWords,
    Line,
    OnceForm,
    Rating,
    Short,
    is_own,
    labelled,
    new_words,
)
from stepwell.together.checkins import vocabulary
from stepwell.together.checkins.content import SIGNALS, AnswersV1, OwnWordsV1, is_blank
from stepwell.together.checkins.feelings import FEELINGS
from stepwell.together.checkins.fields import LONGEST_INTEND, LONGEST_NOTICED, short_text
from stepwell.together.checkins.page_words import WINDOW_LABELS, WINDOW_SECOND, WORD_LABELS
from stepwell.together.checkins.who_form import WhoForm, WithPartner

TOO_LONG = gettext_lazy(
    "A word of your own has up to {n} letters. You may shorten it, or write it as a text below."
)


class AnswersForm(WithPartner):
    """The questions of a check-in: with the other's name, or without any seat for another."""

    window = forms.ChoiceField(
        required=False,
        label=gettext_lazy("How much can you take in?"),
        help_text=gettext_lazy(
            "Some call this the window of tolerance: the room between too much and too little."
        ),
        choices=[*WINDOW_LABELS.items(), ("", gettext_lazy("Leave this one out"))],
        widget=Choices(second=WINDOW_SECOND),
    )
    safety = Rating(
        label=gettext_lazy("How safe do you feel?"),
        help_text=gettext_lazy("Your own sense of it. There is no number to reach."),
        low=gettext_lazy("not at all"),
        high=gettext_lazy("as safe as I can imagine"),
    )
    closeness = Rating(
        label=gettext_lazy("How close do you feel?"),
        low=gettext_lazy("far apart"),
        high=gettext_lazy("very close"),
    )
    trust = Rating(
        label=gettext_lazy("How much trust is there?"),
        low=gettext_lazy("none"),
        high=gettext_lazy("all I have"),
    )
    calm = Rating(
        label=gettext_lazy("How calm is it inside you?"),
        low=gettext_lazy("a storm"),
        high=gettext_lazy("still water"),
    )
    noticed = short_text(LONGEST_NOTICED, 4, label=gettext_lazy("What did you notice that was good?"))
    intend = short_text(LONGEST_INTEND, 2, label=gettext_lazy("One thing you intend"))

    def __init__(self, *args: Any, own: OwnWordsV1 | None = None, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        for kind in vocabulary.KINDS:
            self._add_words(kind, getattr(own or OwnWordsV1(), kind))
        if self.partner:
            self._name(self.partner)

    def _name(self, partner: str) -> None:
        self.fields["safety"].label = _("How safe do you feel with {name}?").format(name=partner)
        self.fields["closeness"].label = _("How close do you feel to {name}?").format(name=partner)
        self.fields["trust"].label = _("How much do you trust {name}?").format(name=partner)
        self.fields["noticed"].label = _("What did you notice in {name} that was good?").format(name=partner)

    def _add_words(self, kind: str, own: Iterable[str]) -> None:
        """Three fields: a short list with one's own words, the rest in families, and a line for a new one."""
        listed = vocabulary.SHORT_LIST[kind]
        started = tuple(self.initial.get(kind) or ())
        posted = self.data.getlist(kind) if isinstance(self.data, QueryDict) else ()
        extra = [OWN_MARK + word for word in own]
        extra += [word for word in started if is_own(word)]
        extra += [word for word in posted if vocabulary.is_known(kind, word)]
        question, hint, more, new = WORD_LABELS[kind]
        # Given as functions: a form that is kept, and never drawn, needs no labels.
        words, rest = vocabulary.WORDS[kind], partial(_rest, kind)
        short = labelled(words, (*listed, *extra))
        self.fields[kind] = ChosenWords(words, choices=short, label=question, help_text=hint)
        self.fields[f"more_{kind}"] = ChosenWords(words, choices=rest, label=more)
        self.fields[f"new_{kind}"] = forms.CharField(required=False, widget=Short, label=new)
        self.initial[kind] = [word for word in started if word in listed or is_own(word)]
        further = [word for word in started if word not in self.initial[kind]]
        self.initial[f"more_{kind}"] = [*further, *self.initial.get(f"more_{kind}", ())]

    def to_read(self) -> list[forms.BoundField]:
        """What the other is going to read, where it is shown."""
        return [self["noticed"], self["intend"]]

    def is_open(self, kind: str) -> bool:
        """Whether the fold with more words holds something chosen, so that it is not hidden."""
        return bool(self[f"more_{kind}"].value() or self[f"new_{kind}"].value())

    def words_of(self) -> dict[str, dict[str, Any]]:
        """For each kind what the page draws: the short list, the fold with more, whether it stands open."""
        return {
            kind: {
                "short": self[kind],
                "more": self[f"more_{kind}"],
                "new": self[f"new_{kind}"],
                "open": self.is_open(kind),
            }
            for kind in vocabulary.KINDS
        }

    def clean(self) -> dict[str, Any]:
        cleaned = super().clean() or self.cleaned_data
        for kind in vocabulary.KINDS:
            self._join_words(kind, cleaned)
        if not self.errors and is_blank(self.answers()):
            raise ValidationError(_("There is nothing to keep yet. One answer is enough."))
        return cleaned

    def _join_words(self, kind: str, cleaned: dict[str, Any]) -> None:
        try:
            new = new_words(vocabulary.WORDS[kind], str(cleaned.get(f"new_{kind}") or ""), TOO_LONG)
        except ValidationError as wrong:
            self.add_error(f"new_{kind}", wrong)
            return
        told = (*cleaned.get(kind, ()), *cleaned.get(f"more_{kind}", ()), *new)
        cleaned[f"all_{kind}"] = tuple(dict.fromkeys(told))

    def answers(self) -> AnswersV1:
        """Of a valid form."""
        given = self.cleaned_data
        told: dict[str, Any] = {name: given.get(name) for name in SIGNALS}
        told |= {kind: given.get(f"all_{kind}", ()) for kind in vocabulary.KINDS}
        told |= {name: given.get(name, "") for name in ("noticed", "intend")}
        return AnswersV1(window=given.get("window") or None, **told)

    def all_words(self) -> dict[str, tuple[str, ...]]:
        return {kind: self.cleaned_data.get(f"all_{kind}", ()) for kind in vocabulary.KINDS}


class CheckInForm(OnceForm, AnswersForm, WhoForm):
    """A whole check-in on one page. Who may read it comes last."""


class CorrectForm(AnswersForm):
    """The same questions again, and the revision the page began from.

    A page that lost its revision counts as outdated, so that both wordings are kept. The field is hidden by
    attribute and not by type, because the browser keeps half-written words together with it.
    """

    revision = forms.CharField(required=False, widget=Line({"hidden": True}))

    def clean_revision(self) -> int:
        given = str(self.cleaned_data.get("revision") or "")
        return int(given) if given.isdecimal() and len(given) < 9 else 0


def _rest(kind: str) -> list[tuple[Any, Any]]:
    listed = vocabulary.SHORT_LIST[kind]
    if kind == "feelings":
        return [
            (str(family.label), [(key, text) for key, text in family.words.items() if key not in listed])
            for family in FEELINGS
        ]
    return [(key, text) for key, text in vocabulary.WORDS[kind].items() if key not in listed]


def started_from(answers: AnswersV1) -> dict[str, Any]:
    """The same answers as a form starts from."""
    return {name: getattr(answers, name) for name in AnswersV1.__struct_fields__}


def started_from_draft(draft: Mapping[str, list[str]]) -> dict[str, Any]:
    several = {"parts", *vocabulary.KINDS, *(f"more_{kind}" for kind in vocabulary.KINDS)}
    return people.started_from_draft(draft, several)
