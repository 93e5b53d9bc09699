"""Every word of an event, drawn out of its text for people to read, whatever shape a room gave it."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Any
from uuid import UUID

from django.utils.translation import gettext as _

PASSED_OVER = {"of", "id"}


@dataclass(frozen=True, slots=True)
class Said:
    """One thing that was said: the name it has in the record, and its words, one or several."""

    label: str
    words: tuple[str, ...]


def words_of(text: Mapping[str, Any]) -> list[Said]:
    """In the order in which they are named. Bare ids, which say nothing to a reader, are left out."""
    found = []
    for name, value in text.items():
        words = tuple(_told(value))
        if words and name not in PASSED_OVER:
            found.append(Said(name.replace("-", " ").replace("_", " "), words))
    return found


def _told(value: Any) -> Iterator[str]:
    if isinstance(value, Mapping):
        for part in value.values():
            yield from _told(part)
    elif isinstance(value, list):
        for part in value:
            yield from _told(part)
    elif isinstance(value, bool):
        yield _("yes") if value else _("no")
    elif value is not None and not _is_id(value):
        yield str(value)


def _is_id(value: Any) -> bool:
    try:
        return isinstance(value, str) and str(UUID(value)) == value
    except ValueError:
        return False
