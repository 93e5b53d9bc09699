"""The door of the journal: words that rooms above hand in, and what was marked on which day."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date

from stepwell.ground.vault.api import Keyring, read_each
from stepwell.own.journal.models import Entry
from stepwell.own.journal.vocabulary import Listed, add_words, label

__all__ = ["Listed", "Marked", "add_words", "label", "marked"]


@dataclass(frozen=True)
class Marked:
    """Words as stored: what set it off, what helped, what hindered. No text passes this door."""

    day: date
    triggers: tuple[str, ...]
    helped: tuple[str, ...]
    hindered: tuple[str, ...]


def marked(keyring: Keyring, first: date, last: date) -> Iterator[Marked]:
    """Each entry that tells of a day from `first` to `last`, both included, the earliest first."""
    rows = Entry.objects.within(keyring, keyring.own).filter(day__gte=first, day__lte=last)
    for row, kept in read_each(keyring, rows.order_by("day", "id")):
        yield Marked(row.day, kept.said.triggers, kept.said.helped, kept.said.hindered)
