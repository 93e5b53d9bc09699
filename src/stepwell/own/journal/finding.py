"""Search through one's own entries. They are opened one after the other in memory; nothing is kept of it.

Words are compared without regard to capitals and accents, so that "cafe" finds "café" and "strasse" "Straße".
"""

import unicodedata
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


def folded(text: str) -> str:
    """Without capitals and accents. Plain English letters have none, and are most of what is opened."""
    low = text.casefold()
    if low.isascii():
        return low
    low = unicodedata.normalize("NFKD", low)
    for mark in filter(unicodedata.combining, set(low)):
        low = low.replace(mark, "")
    return low


def find(keyring: Keyring, asked: str) -> Iterator[Found]:
    """Entries that hold every word asked for, in the text or among the chosen words; newest day first."""
    words = tuple(dict.fromkeys(folded(asked[:LONGEST]).split()))[:MOST_WORDS]
    if not words:
        return
    wanted = [(word, _keys(word)) for word in words]
    rows = Entry.objects.within(keyring, keyring.own).order_by("-day", "-id")
    for row, kept in read_each(keyring, rows.only("circle_id", "epoch", "version", "sealed", "day")):
        text = folded(kept.said.happened)
        if all(word in text or _chosen(kept, word, keys) for word, keys in wanted):
            yield Found(row.id, row.day, kept.sort, _passage(kept.said.happened, words))


def _keys(word: str) -> frozenset[tuple[str, str]]:
    """The listed words, with their kind, in which this one is heard."""
    return frozenset(
        (kind, key)
        for kind in CHIPS
        for key, label in listed(kind).words.items()
        if word in folded(str(label))
    )


def _chosen(kept: EntryV1, word: str, keys: frozenset[tuple[str, str]]) -> bool:
    return any(
        (kind, stored) in keys or (stored.startswith(OWN_MARK) and word in folded(stored[len(OWN_MARK) :]))
        for kind in CHIPS
        for stored in getattr(kept.said, kind)
    )


def _passage(text: str, words: tuple[str, ...]) -> str:
    low = folded(text)
    at = min((place for word in words if (place := low.find(word)) >= 0), default=0)
    start = max(0, (at := _unfolded(text, at)) - BEFORE)
    start = start and text.find(" ", start) + 1
    piece = " ".join(text[start : at + AFTER].split())
    return f"{'… ' if start else ''}{piece}{' …' if at + AFTER < len(text) else ''}"


def _unfolded(text: str, at: int) -> int:
    """Where in the text the place `at` of the folded text is."""
    if text.isascii():
        return at
    for place, letter in enumerate(text):
        at -= len(folded(letter))
        if at < 0:
            return place
    return len(text)
