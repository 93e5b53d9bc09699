"""Search through one's own entries. They are opened one after the other in memory; nothing is kept of it."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from uuid import UUID

from stepwell.ground.ui.api import OWN_MARK
from stepwell.ground.vault.api import Keyring, read_each
from stepwell.own.journal.content import CHIPS, EntryV1, Sort
from stepwell.own.journal.models import Entry
from stepwell.own.journal.vocabulary import listed

LONGEST = 100
MOST_WORDS = 8
BEFORE, AFTER = 60, 160


@dataclass(frozen=True)
class Found:
    """passage: some words around the first place where it was found, or the beginning."""

    id: UUID
    day: date
    sort: Sort
    passage: str


def find(keyring: Keyring, asked: str) -> Iterator[Found]:
    """Entries that hold every word asked for, in the text or among the chosen words; newest day first."""
    words = tuple(dict.fromkeys(asked[:LONGEST].casefold().split()))[:MOST_WORDS]
    if not words:
        return
    wanted = [(word, _keys(word)) for word in words]
    rows = Entry.objects.within(keyring, keyring.own).order_by("-day", "-id")
    for row, kept in read_each(keyring, rows.only("circle_id", "epoch", "version", "sealed", "day")):
        text = kept.said.happened.casefold()
        if all(word in text or _chosen(kept, word, keys) for word, keys in wanted):
            yield Found(row.id, row.day, kept.sort, _passage(kept.said.happened, words))


def _keys(word: str) -> frozenset[tuple[str, str]]:
    """The listed words, with their kind, in which this one is heard."""
    return frozenset(
        (kind, key)
        for kind in CHIPS
        for key, label in listed(kind).words.items()
        if word in str(label).casefold()
    )


def _chosen(kept: EntryV1, word: str, keys: frozenset[tuple[str, str]]) -> bool:
    return any(
        (kind, stored) in keys or (stored.startswith(OWN_MARK) and word in stored[len(OWN_MARK) :].casefold())
        for kind in CHIPS
        for stored in getattr(kept.said, kind)
    )


def _passage(text: str, words: tuple[str, ...]) -> str:
    """Casefolding may move places by a letter or two: near enough for some words around it."""
    folded = text.casefold()
    at = min((place for word in words if (place := folded.find(word)) >= 0), default=0)
    start = max(0, at - BEFORE)
    start = start and text.find(" ", start) + 1
    piece = " ".join(text[start : at + AFTER].split())
    return f"{'… ' if start else ''}{piece}{' …' if at + AFTER < len(text) else ''}"
