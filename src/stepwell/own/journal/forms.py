"""What may be typed into an entry, chosen to be shown, and looked for."""

from collections.abc import Iterable, Mapping
from datetime import date
from typing import Any

from django import forms
from django.core.exceptions import ValidationError
from django.http import QueryDict
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from stepwell.ground.people.api import started_from_draft
from stepwell.ground.ui.api import Day, Line, ManyChoices, OnceForm, PlainForm, Words
from stepwell.own.journal import vocabulary
from stepwell.own.journal.content import ASKED, CHIPS, SaidV1, Sort
from stepwell.own.journal.fields import LONGEST_TEXT, MORE, NEW, SHORT, fields_of, joined
from stepwell.own.journal.finding import LONGEST
from stepwell.own.journal.months import EARLIEST
from stepwell.own.journal.page_words import PART_LABELS, TEXTS


class SaidForm(PlainForm):
    """The questions of one sort of entry. known: for each kind, words that stand on the page at once."""

    happened = forms.CharField(required=False, widget=Words(rows=8), max_length=LONGEST_TEXT, strip=False)
    day = forms.DateField(
        label=gettext_lazy("The day it tells of"),
        widget=Day,
        error_messages={
            "required": gettext_lazy("A day is needed here."),
            "invalid": gettext_lazy("This is not a day that can be read. You may write it as 2027-01-31."),
        },
    )

    def __init__(
        self,
        *args: Any,
        sort: Sort,
        today: date,
        known: Mapping[str, Iterable[str]] | None = None,
        **kwargs: Any,
    ) -> None:
        super().__init__(*args, **kwargs)
        self.sort, self.today = sort, today
        self.kinds = tuple(kind for kind in CHIPS if kind in ASKED[sort])
        self.fields["happened"].label, self.fields["happened"].help_text = TEXTS[sort]
        for kind in self.kinds:
            self._add_words(kind, (known or {}).get(kind, ()))

    def _add_words(self, kind: str, known: Iterable[str]) -> None:
        started = tuple(self.initial.get(kind) or ())
        posted = self.data.getlist(kind) if isinstance(self.data, QueryDict) else ()
        mine = [word for word in (*known, *started, *posted) if vocabulary.is_known(kind, word)]
        self.fields.update(fields_of(kind, mine))
        self.initial[kind] = list(started)

    def words_of(self) -> dict[str, dict[str, Any]]:
        """For each kind what the page draws, and whether its fold holds something and so stands open."""
        found = {}
        for kind in self.kinds:
            short, more, new = (self[name.format(kind)] for name in (SHORT, MORE, NEW))
            found[kind] = {
                "short": short,
                "more": more,
                "new": new,
                "open": bool(more.value() or new.value()),
            }
        return found

    def clean_day(self) -> date:
        day: date = self.cleaned_data["day"]
        if day > self.today:
            raise ValidationError(_("This day is still to come. You may name today or an earlier one."))
        if day < EARLIEST:
            raise ValidationError(_("This is longer ago than the pages reach. You may name a later day."))
        return day

    def clean(self) -> dict[str, Any]:
        cleaned = super().clean() or self.cleaned_data
        for kind in self.kinds:
            try:
                cleaned[f"all_{kind}"] = joined(kind, cleaned)
            except ValidationError as wrong:
                self.add_error(NEW.format(kind), wrong)
        if not self.errors and self.said() == SaidV1():
            raise ValidationError(_("There is nothing to keep yet. One word is enough."))
        return cleaned

    def said(self) -> SaidV1:
        """Of a valid form."""
        given = self.cleaned_data
        text = str(given.get("happened") or "").strip()
        return SaidV1(happened=text, **self.all_words())

    def all_words(self) -> dict[str, tuple[str, ...]]:
        return {kind: self.cleaned_data.get(f"all_{kind}", ()) for kind in self.kinds}


class EntryForm(OnceForm, SaidForm):
    """A new entry. prompt: the thought above it; hidden by attribute, so that a draft keeps it."""

    prompt = forms.CharField(required=False, max_length=40, widget=Line({"hidden": True}))


class ChangeForm(SaidForm):
    """revision: what the page began from. A page that lost it counts as outdated, so that both are kept."""

    revision = forms.CharField(required=False, widget=Line({"hidden": True}))

    def clean_revision(self) -> int:
        given = str(self.cleaned_data.get("revision") or "")
        return int(given) if given.isdecimal() and len(given) < 9 else 0


class PartsForm(PlainForm):
    """Which parts the other may read. Nothing is ticked that was not chosen before."""

    parts = forms.MultipleChoiceField(
        label=gettext_lazy("Which parts"),
        help_text=gettext_lazy("You see it as they would before anything is shown."),
        widget=ManyChoices,
        error_messages={
            "required": gettext_lazy("No part is ticked. You may tick one, or leave it private.")
        },
    )

    def __init__(self, *args: Any, written: Iterable[str], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        field: Any = self.fields["parts"]
        field.choices = [(part, PART_LABELS[part]) for part in written]
        field.widget.second = {
            "happened": _("Your whole text. You may leave it out and show a few words only.")
        }


class FindForm(PlainForm):
    words = forms.CharField(
        label=gettext_lazy("A word or two"),
        help_text=gettext_lazy("Looked for in your own entries only. What you look for is kept nowhere."),
        widget=Line,
        max_length=LONGEST,
        error_messages={"required": gettext_lazy("A word is needed to look for.")},
    )
    after = forms.IntegerField(
        required=False, min_value=0, max_value=1_000_000, widget=Line({"hidden": True})
    )


def started_from(said: SaidV1) -> dict[str, Any]:
    """The same words as a form starts from."""
    return {name: getattr(said, name) for name in SaidV1.__struct_fields__}


def started_from_typed(typed: Mapping[str, list[str]]) -> dict[str, Any]:
    return started_from_draft(typed, {name.format(kind) for kind in CHIPS for name in (SHORT, MORE)})
