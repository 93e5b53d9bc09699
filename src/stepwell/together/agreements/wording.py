"""A wording as a page draws it: clauses, and its days as sentences of their own; and what changed in it."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from django.utils.safestring import SafeString
from django.utils.translation import gettext as _

from stepwell.ground.ui.api import date_words
from stepwell.together.agreements.comparing import Pair, marked, paired
from stepwell.together.agreements.content import TermsV1, VersionV1, WantedV1


@dataclass(frozen=True)
class Change:
    """What a version changed against the one it was begun from. title: marked, or empty where it stayed."""

    since: VersionV1
    title: SafeString | str
    pairs: list[Pair]
    wanted: list[tuple[str, SafeString]]

    @property
    def nothing(self) -> bool:
        return not (self.title or self.wanted or any(pair.changed for pair in self.pairs))


def lines(terms: TermsV1, *, year: int, review_on: date | None = None) -> list[str]:
    """Every clause, then the days it has. review_on: the present one, where it was put off since."""
    return [*terms.clauses, *days(terms.until, review_on or terms.review_on, year)]


def days(until: date | None, review_on: date | None, year: int) -> list[str]:
    told = []
    if until:
        told.append(_("It holds until {day}.").format(day=date_words(until, this_year=year)))
    if review_on:
        told.append(_("We look at this again on {day}.").format(day=date_words(review_on, this_year=year)))
    return told


def change(now: VersionV1, before: VersionV1, *, year: int) -> Change:
    """From the earlier version to the later one. Days are compared with days, never with a clause."""
    old, new = before.terms, now.terms
    pairs = paired(old.clauses, new.clauses)
    for old_day, new_day in (
        (days(old.until, None, year), days(new.until, None, year)),
        (days(None, old.review_on, year), days(None, new.review_on, year)),
    ):
        if old_day or new_day:
            pairs.append(Pair("".join(old_day) or None, "".join(new_day) or None))
    return Change(
        since=before,
        title="" if old.title == new.title else marked(old.title, new.title),
        pairs=pairs,
        wanted=_wanted(old.wanted, new.wanted),
    )


def _wanted(old: Sequence[WantedV1], new: Sequence[WantedV1]) -> list[tuple[str, SafeString]]:
    before = {one.by: one for one in old}
    after = {one.by: one for one in new}
    told = before | after
    return [
        (told[by].name, marked(*(side[by].words if by in side else "" for side in (before, after))))
        for by in sorted(told)
        if before.get(by) != after.get(by)
    ]
