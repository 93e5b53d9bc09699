"""The words of an event, drawn out of its text for people to read, whatever shape a room gave it.

Bare numbers and marks are left to the sentence and to the file: they say nothing to a reader.
"""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from typing import Any
from uuid import UUID

from django.utils.translation import gettext as _

from stepwell.ground.ui.api import date_words

# Ids, and what the sentence above says in words: the file has them.
PASSED_OVER = {"of", "id", "repeat"}


def _label(name: str) -> str:
    """A name of the record as people read it; one that is not known here, as it stands."""
    known = {
        "about": _("about"),
        "clauses": _("clauses"),
        "day": _("for"),
        "first": _("from"),
        "instead-of": _("in place of"),
        "look_again": _("to be looked at again"),
        "on": _("on"),
        "reason": _("the reason"),
        "said-on": _("said on"),
        "title": _("name"),
        "until": _("until"),
        "wanted": _("what each wanted"),
        "what": _("what"),
    }
    return known.get(name) or name.replace("-", " ").replace("_", " ")


@dataclass(frozen=True, slots=True)
class Said:
    """One thing that was said: the name it has in the record, and its words, one or several."""

    label: str
    words: tuple[str, ...]


def words_of(text: Mapping[str, Any]) -> list[Said]:
    """In the order in which they are named."""
    found = []
    for name, value in text.items():
        words = tuple(_told(value))
        if words and name not in PASSED_OVER:
            found.append(Said(_label(name), words))
    return found


def _told(value: Any) -> Iterator[str]:
    if isinstance(value, Mapping):
        for part in value.values():
            yield from _told(part)
    elif isinstance(value, list):
        for part in value:
            yield from _told(part)
    elif isinstance(value, str) and value and not _is_id(value):
        yield _in_words(value)


def _in_words(value: str) -> str:
    try:
        return date_words(date.fromisoformat(value)) if len(value) == len("2026-11-21") else value
    except ValueError:
        return value


def _is_id(value: Any) -> bool:
    try:
        return isinstance(value, str) and str(UUID(value)) == value
    except ValueError:
        return False
