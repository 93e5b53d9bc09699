"""A record as its page and its print show it: days, sentences, receipt and keys."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date, tzinfo
from itertools import groupby
from uuid import UUID

from django.utils.translation import gettext as _

from stepwell.ground.record.kinds import line_of
from stepwell.ground.record.shapes import Event
from stepwell.ground.record.taking import people_of
from stepwell.ground.record.verify import fingerprint
from stepwell.ground.record.words_of import Said, words_of
from stepwell.ground.vault.api import Keyring


@dataclass(frozen=True, slots=True)
class Line:
    """One event to read. receipt: the words that stood for the whole record up to here."""

    event: Event
    name: str
    sentence: str
    said: tuple[Said, ...]
    receipt: str


@dataclass(frozen=True, slots=True)
class Day:
    day: date
    lines: tuple[Line, ...]


@dataclass(frozen=True, slots=True)
class Key:
    """What somebody is called, and what stands for their key."""

    name: str
    mark: str


def lines_of(events: Iterable[Event], names: Mapping[UUID, str]) -> list[Line]:
    found = []
    for event in events:
        name = names.get(event.signer) or event.name or _("your partner")
        said = tuple(words_of(event.text)) if event.text is not None else ()
        found.append(Line(event, name, line_of(event, name), said, event.head.words))
    return found


def days_of(lines: Iterable[Line], zone: tzinfo) -> list[Day]:
    """By the reader's own calendar, in the order of the record."""
    return [
        Day(day, tuple(some))
        for day, some in groupby(lines, lambda line: line.event.at.astimezone(zone).date())
    ]


def keys_of(keyring: Keyring, circle: UUID, signed_as: Mapping[UUID, str]) -> list[Key]:
    return [Key(one.name, fingerprint(one.bundle)) for one in people_of(keyring, circle, signed_as)]
