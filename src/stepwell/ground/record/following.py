"""Reads events in their order and checks each against the one before it, with the verifier's own code."""

from collections.abc import Iterable, Iterator, Mapping
from datetime import datetime
from uuid import UUID

from stepwell.ground.record.bound import Told, told
from stepwell.ground.record.content import EventV1
from stepwell.ground.record.models import Event as Row
from stepwell.ground.record.seen import last_seen
from stepwell.ground.record.shapes import NOTHING, Broken, Event, Head
from stepwell.ground.record.verify import Bad, Chain
from stepwell.ground.vault.api import (
    Bundle,
    CannotOpen,
    Keyring,
    my_bundle,
    pinned,
    read,
    read_bundle,
    signed,
)

AT_ONCE = 500
# Also what is no JSON any more, or nested without end.
DOES_NOT_FIT = (Bad, CannotOpen, ValueError, RecursionError)


class Keys(Mapping[str, Bundle]):
    """Whose signature counts: one's own, and those of people whose words one compared."""

    def __init__(self, keyring: Keyring) -> None:
        self._keyring = keyring
        self._found: dict[str, Bundle] = {}

    def __getitem__(self, person: str) -> Bundle:
        if person not in self._found:
            mine = UUID(person) == self._keyring.person_id
            data = my_bundle(self._keyring) if mine else pinned(self._keyring, UUID(person))
            if data is None:
                raise KeyError(person)
            self._found[person] = read_bundle(UUID(person), data)
        return self._found[person]

    def __iter__(self) -> Iterator[str]:
        return iter(self._found)

    def __len__(self) -> int:
        return len(self._found)


def chain_of(circle: UUID, keys: Keys, after: Head = NOTHING) -> Chain:
    return Chain(str(circle), keys, signed, (after.i, after.h, ""))


def event_of(told: Told, name: str) -> Event:
    """An event as the rooms above see it."""
    at = datetime.fromisoformat(told["time"])
    return Event(
        told["i"], at, told["kind"], UUID(told["signer"]), name, told["text"], bytes.fromhex(told["h"])
    )


def opened(keyring: Keyring, row: Row) -> EventV1 | None:
    """None for what was written after this person left: their part of the record ends before it."""
    try:
        content: EventV1 = read(keyring, row)
    except CannotOpen:
        if row.circle_id in keyring.seated:
            raise
        return None
    return content


def rows_from(keyring: Keyring, circle: UUID, i: int) -> Iterator[Row]:
    """Every event from this number on. Raises NoSeat."""
    rows = Row.objects.within(keyring, circle).order_by("i")
    while some := list(rows.filter(i__gte=i)[:AT_ONCE]):
        yield from some
        i = some[-1].i + 1


def followed(keyring: Keyring, chain: Chain, rows: Iterable[Row]) -> Iterator[tuple[Told, str]]:
    """Each event, once it fits, and the name of its signer. Raises Broken at the first that does not."""
    for row in rows:
        try:
            content = opened(keyring, row)
            if content is None:
                return
            event = told(Head(row.i, bytes(row.h)), content)
            chain.follow(event)
        except DOES_NOT_FIT:
            raise Broken(last_seen(keyring, row.circle_id), Head(row.i, bytes(row.h))) from None
        yield event, content.name


def up_to_date(keyring: Keyring, circle: UUID) -> tuple[Chain, Head]:
    """A chain at the last event, everything verified since this person last saw it; and how far that was.

    Raises Broken, NoSeat.
    """
    seen = last_seen(keyring, circle)
    rows = rows_from(keyring, circle, max(seen.i - 1, 1))
    chain = _at(keyring, circle, seen, rows) if seen.i else chain_of(circle, Keys(keyring))
    for _ in followed(keyring, chain, rows):
        pass
    return chain, seen


def _at(keyring: Keyring, circle: UUID, seen: Head, rows: Iterator[Row]) -> Chain:
    """A chain at the event that was seen last, which must still stand there as it was."""
    before, row = NOTHING, next(rows, None)
    if seen.i > 1:
        before, row = (Head(row.i, bytes(row.h)) if row else NOTHING), next(rows, None)
    if row is None or (row.i, bytes(row.h), before.i) != (seen.i, seen.h, seen.i - 1):
        raise Broken(seen, _found(keyring, circle, seen))
    chain = chain_of(circle, Keys(keyring), before)
    if not list(followed(keyring, chain, [row])):
        raise Broken(seen, before)
    return chain


def _found(keyring: Keyring, circle: UUID, seen: Head) -> Head | None:
    """What stands where the last seen event stood, or the last one there is."""
    row = Row.objects.within(keyring, circle).filter(i__lte=seen.i).order_by("-i").first()
    return Head(row.i, bytes(row.h)) if row else None
