"""Reading a record: how far it goes, and what stands in it."""

from collections.abc import Collection, Iterator
from uuid import UUID

from stepwell.ground.record.bound import Told
from stepwell.ground.record.following import Keys, chain_of, event_of, followed, rows_from, up_to_date
from stepwell.ground.record.models import Event as Row
from stepwell.ground.record.seen import last_seen, remember
from stepwell.ground.record.shapes import NOTHING, Broken, Event, Head
from stepwell.ground.vault.api import Keyring


def look(keyring: Keyring, circle: UUID) -> Head | None:
    """Verify what is new since this person last saw the record, and remember how far it goes.

    None while it is empty. Raises Broken, NoSeat.
    """
    chain, seen = up_to_date(keyring, circle)
    if chain.i > seen.i:
        remember(keyring, circle, Head(chain.i, chain.h))
    return Head(chain.i, chain.h) if chain.i else None


def events(
    keyring: Keyring, circle: UUID, *, after: int = 0, of: Collection[int] | None = None
) -> list[Event]:
    """Events in their order, each checked with its signature: all after a number, or those of these numbers.

    That none is missing at the end is for `look` to say. Raises Broken, NoSeat.
    """
    found = _chosen(keyring, circle, set(of)) if of is not None else every(keyring, circle, after=after)
    return [event_of(told, name) for told, name in found]


def every(keyring: Keyring, circle: UUID, *, after: int = 0) -> Iterator[tuple[Told, str]]:
    rows = rows_from(keyring, circle, max(after, 1))
    before = NOTHING
    if after:
        row = next(rows, None)
        if row is None:
            return
        before = Head(row.i, bytes(row.h))
    yield from followed(keyring, chain_of(circle, Keys(keyring), before), rows)


def _chosen(keyring: Keyring, circle: UUID, numbers: set[int]) -> Iterator[tuple[Told, str]]:
    wanted = numbers | {i - 1 for i in numbers}
    rows = {row.i: row for row in Row.objects.within(keyring, circle).filter(i__in=sorted(wanted))}
    keys = Keys(keyring)
    for i in sorted(numbers):
        if i not in rows or (i > 1 and i - 1 not in rows):
            raise Broken(last_seen(keyring, circle), None)
        before = Head(i - 1, bytes(rows[i - 1].h)) if i > 1 else NOTHING
        yield from followed(keyring, chain_of(circle, keys, before), [rows[i]])
