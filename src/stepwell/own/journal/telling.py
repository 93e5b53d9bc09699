"""What was marked on one's own pages, handed to what looks for things that go along with one another."""

from collections.abc import Iterator

from stepwell.ground.vault.api import Keyring, read_each, stamp_of
from stepwell.own.journal.models import Entry
from stepwell.own.journal.vocabulary import is_known, label
from stepwell.own.understanding.api import Source, Told

# What got in the way has words of its own, which a trigger of the same key is not.
FRONTS = {"triggers": "t:", "helped": "h:", "hindered": "t:hindered."}


def source() -> Source:
    return Source("journal", days=_days, stamp=_stamp, name=_name)


def _days(keyring: Keyring) -> Iterator[Told]:
    for row, kept in read_each(keyring, Entry.objects.within(keyring, keyring.own).order_by("day", "id")):
        noted = (f"{front}{word}" for kind, front in FRONTS.items() for word in getattr(kept.said, kind))
        yield Told(row.day, noted=tuple(noted))


def _stamp(keyring: Keyring) -> str:
    return stamp_of(keyring, Entry, keyring.own)


def _name(factor: str) -> str:
    for kind, front in reversed(FRONTS.items()):
        if factor.startswith(front) and is_known(kind, word := factor[len(front) :]):
            return str(label(kind, word))
    return ""
