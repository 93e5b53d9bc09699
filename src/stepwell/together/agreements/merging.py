"""Two wordings that were written at once, as one form: each clause can be taken from either."""

import re
from dataclasses import dataclass

from django.forms import BoundField
from django.http import QueryDict
from django.utils.safestring import SafeString

from stepwell.together.agreements.comparing import marked, paired
from stepwell.together.agreements.content import TermsV1, VersionV1
from stepwell.together.agreements.forms import TermsForm

CLAUSE_PART = re.compile(r"(clause|place|choose|theirs)-\d{1,2}")


@dataclass(frozen=True)
class Row:
    """One place of the form. theirs: the clause of the newest version that may stand here instead.

    differs: what is written here against that one, marked; empty where one of the two has no such clause.
    taken: theirs was chosen.
    """

    number: int
    clause: BoundField
    place: BoundField
    theirs: str
    differs: SafeString | str
    at: int | None
    taken: bool


def with_both(sent: QueryDict, mine: TermsV1, newest: VersionV1, *, revision: int) -> QueryDict:
    """The form as it was sent, begun at the newest version, with a place for each clause of either."""
    data = sent.copy()
    for key in [key for key in data if CLAUSE_PART.fullmatch(key)]:
        del data[key]
    data["base"] = data["both"] = str(newest.number)
    data["revision"] = str(revision)
    for number, pair in enumerate(paired(newest.terms.clauses, mine.clauses)):
        data[f"clause-{number}"], data[f"place-{number}"] = pair.new or "", str(number + 1)
        if pair.changed and pair.old_at is not None:
            data[f"theirs-{number}"] = str(pair.old_at)
    return data


def rows_of(form: TermsForm, newest: VersionV1) -> list[Row]:
    return [_row(form, newest, number, fields) for number, fields in enumerate(form.clause_fields())]


def _row(form: TermsForm, newest: VersionV1, number: int, fields: tuple[BoundField, BoundField]) -> Row:
    at = form.theirs_at(str(number))
    theirs = newest.terms.clauses[at] if at is not None else ""
    here = str(fields[0].value() or "")
    return Row(
        number=number,
        clause=fields[0],
        place=fields[1],
        theirs=theirs,
        differs=marked(theirs, here) if theirs and here else "",
        at=at,
        taken=form.takes_theirs(str(number)),
    )
