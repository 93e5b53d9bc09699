"""What may be written into a wording. What was typed is never cut or lost."""

import re
from collections.abc import Iterator, Mapping
from datetime import date
from typing import Any
from uuid import UUID

from django import forms
from django.forms import BoundField
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from stepwell.ground.ui.api import Day, Hidden, Line, OnceForm, Short, Words
from stepwell.together.agreements.content import TermsV1, WantedV1
from stepwell.together.agreements.kinds import KINDS, KindOf

MOST_CLAUSES = 20
LONGEST_CLAUSE = 1000
LONGEST_TITLE = 120
# Fields of one form: a few more than fit into an agreement, so that what is too much can still be read.
MOST_FIELDS = 40
MORE_AT_ONCE = 3
CLAUSE = re.compile(r"clause-(\d{1,2})")
ME, OTHER = "wanted_me", "wanted_other"


class TermsForm(OnceForm):
    """A wording of one kind: a title, clauses in their places, dates. `partner` is empty for one alone.

    With `newest` (their clauses) a clause may be chosen from there instead of being typed.
    """

    title = forms.CharField(
        label=gettext_lazy("What you call it"), max_length=LONGEST_TITLE, required=False, widget=Line
    )
    review_on = forms.DateField(
        label=gettext_lazy("Look at it again on"),
        help_text=gettext_lazy("A quiet line on its page, no reminder. You may leave it empty."),
        required=False,
        widget=Day,
    )
    until = forms.DateField(
        label=gettext_lazy("It holds until"),
        help_text=gettext_lazy("The last day on which it holds. Empty: until one of you withdraws."),
        required=False,
        widget=Day,
    )
    # Where it was begun: the version it answers, and the revision of the draft it was taken up from.
    base = forms.IntegerField(min_value=0, max_value=9999, required=False, widget=Hidden)
    revision = forms.IntegerField(min_value=0, max_value=999_999, required=False, widget=Hidden)

    def __init__(
        self,
        *args: Any,
        kind: KindOf,
        me: tuple[UUID, str],
        other: tuple[UUID, str] | None = None,
        newest: TermsV1 | None = None,
        today: date,
        **kwargs: Any,
    ) -> None:
        super().__init__(*args, **kwargs)
        self.kind, self.me, self.other, self.newest, self.today = kind, me, other, newest, today
        self.loose = False  # a draft may still be half a thing
        if kind.compromise:
            self._add_wanted()
        for number in range(self._room()):
            self._add_clause(number)

    def _add_wanted(self) -> None:
        mine = _("What you want")
        self.fields[ME] = _text(mine, 3)
        if self.other:
            self.fields[OTHER] = _text(_("What {name} wants").format(name=self.other[1]), 3)

    def _room(self) -> int:
        """How many places for clauses: those that came, and a little more on an empty form or when asked."""
        given: Mapping[str, Any] = self.data if self.is_bound else self.initial
        last = max((int(found[1]) for key in given if (found := CLAUSE.fullmatch(key))), default=-1)
        more = MORE_AT_ONCE if not self.is_bound or self.data.get("do") == "more" else 0
        return min(last + 1 + more, MOST_FIELDS) or MORE_AT_ONCE

    def _add_clause(self, number: int) -> None:
        said = _("Settled, {n}") if self.kind.compromise else _("Clause {n}")
        self.fields[f"clause-{number}"] = _text(said.format(n=number + 1), 2)
        self.fields[f"place-{number}"] = _place(number + 1)
        self.initial.setdefault(f"place-{number}", number + 1)

    def clause_fields(self) -> Iterator[tuple[BoundField, BoundField]]:
        numbers = [int(found[1]) for name in self.fields if (found := CLAUSE.fullmatch(name))]
        for number in numbers:
            yield self[f"clause-{number}"], self[f"place-{number}"]

    def to_read(self) -> list[BoundField]:
        """What the other is going to read."""
        return [self["title"], *self.wanted_fields(), *(clause for clause, _place in self.clause_fields())]

    def wanted_fields(self) -> list[BoundField]:
        return [self[name] for name in (ME, OTHER) if name in self.fields]

    def clean(self) -> dict[str, Any]:
        cleaned = super().clean() or self.cleaned_data
        clauses = self._clauses(cleaned)
        if len(clauses) > MOST_CLAUSES:
            said = _("At most {n} clauses fit into one agreement. These are {m}.")
            self.add_error(None, said.format(n=MOST_CLAUSES, m=len(clauses)))
        if self.loose:
            if not clauses and not cleaned.get("title") and not any(map(cleaned.get, (ME, OTHER))):
                self.add_error(None, _("There is nothing to keep yet. A few words are enough."))
            return cleaned
        if not cleaned.get("title") and "title" not in self.errors:
            self.add_error("title", _("A few words are needed here, so that both of you find it again."))
        if not clauses and not any(name.startswith("clause-") for name in self.errors):
            self.add_error("clause-0", _("There is no clause yet. One is enough."))
        self._check_days(cleaned)
        return cleaned

    def _check_days(self, cleaned: Mapping[str, Any]) -> None:
        review_on, until = cleaned.get("review_on"), cleaned.get("until")
        if review_on and review_on <= self.today:
            self.add_error("review_on", _("This lies before it could begin. From tomorrow on, any day fits."))
        if until and until < self.today:
            self.add_error(
                "until", _("This day has passed before it could begin. Today is the first that fits.")
            )
        if review_on and until and review_on > until:
            self.add_error("review_on", _("It would have ended by then. A day before its end fits."))

    def _clauses(self, cleaned: Mapping[str, Any]) -> tuple[str, ...]:
        """In their places. Who is sent to a place that is taken stands there: before it when coming from
        below, after it when coming from above."""
        found = []
        for name in self.fields:
            match = CLAUSE.fullmatch(name)
            if match is None:
                continue
            here = int(match[1]) + 1
            place = cleaned.get(f"place-{match[1]}") or here
            text = self._chosen(match[1]) or cleaned.get(name) or ""
            if text:
                found.append((place + (0.5 if place > here else -0.5 if place < here else 0), here, text))
        return tuple(text for _place, _here, text in sorted(found))

    def _chosen(self, number: str) -> str:
        """The other's clause, where it was chosen on a page with both wordings."""
        at = self.theirs_at(number)
        if self.newest is None or at is None or not self.takes_theirs(number):
            return ""
        return self.newest.clauses[at]

    def takes_theirs(self, number: str) -> bool:
        return self.is_bound and self.data.get(f"choose-{number}") == "theirs"

    def theirs_at(self, number: str) -> int | None:
        """Which clause of the newest version may stand in this place; None where there is none."""
        at = str(self.data.get(f"theirs-{number}", "")) if self.is_bound else ""
        if self.newest is None or not re.fullmatch(r"[0-9]{1,2}", at):
            return None
        return int(at) if int(at) < len(self.newest.clauses) else None

    def terms(self) -> TermsV1:
        cleaned = self.cleaned_data
        people = ((ME, self.me), (OTHER, self.other))
        wanted = [
            WantedV1(by=person[0], name=person[1], words=cleaned[name])
            for name, person in people
            if person and cleaned.get(name)
        ]
        return TermsV1(
            kind=self.kind.key,
            title=cleaned.get("title") or "",
            clauses=self._clauses(cleaned),
            # In one order for both, so that the same words are the same version.
            wanted=tuple(sorted(wanted, key=lambda one: one.by)),
            review_on=cleaned.get("review_on"),
            until=cleaned.get("until"),
        )


def _text(label: str, rows: int) -> forms.CharField:
    long = _("At most %(limit_value)d characters fit here. These are %(show_value)d.")
    return forms.CharField(
        label=label,
        max_length=LONGEST_CLAUSE,
        required=False,
        widget=Words(rows=rows),
        error_messages={"max_length": long},
    )


def _place(number: int) -> forms.IntegerField:
    odd = _("A number from 1 to 99 fits here.")
    return forms.IntegerField(
        label=_("Place"),
        min_value=1,
        max_value=99,
        required=False,
        widget=Short({"inputmode": "numeric", "aria-label": _("Place of {n}").format(n=number)}),
        error_messages={"invalid": odd, "min_value": odd, "max_value": odd},
    )


def started_from(terms: TermsV1, me: UUID) -> dict[str, Any]:
    """The fields of a form that begins with this wording."""
    fields: dict[str, Any] = {"title": terms.title, "review_on": terms.review_on, "until": terms.until}
    fields |= {f"clause-{number}": words for number, words in enumerate(terms.clauses)}
    return fields | {ME if one.by == me else OTHER: one.words for one in terms.wanted}


def started_from_draft(draft: Mapping[str, list[str]]) -> dict[str, Any]:
    """The same from what a browser handed over at a quick exit."""
    return {name: values[0] for name, values in draft.items() if values and _is_ours(name)}


def _is_ours(name: str) -> bool:
    plain = {"title", "words", "review_on", "until", "base", "revision", ME, OTHER}
    return name in plain or bool(re.fullmatch(r"(clause|place)-\d{1,2}", name))


def empty_terms(kind: str) -> TermsV1:
    """The starting text of this kind, in the reader's language."""
    of = KINDS[kind]
    return TermsV1(kind=kind, title=str(of.title), clauses=tuple(str(clause) for clause in of.clauses))
