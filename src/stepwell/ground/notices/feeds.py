"""What other rooms add to a person's calendar address, and who is told when an address ends."""

from collections.abc import Callable, Iterable, Iterator
from typing import TYPE_CHECKING
from uuid import UUID

if TYPE_CHECKING:
    from icalendar import Event

Adds = Callable[[UUID, str], "Iterable[Event]"]
Ends = Callable[[UUID], None]
_adds: list[Adds] = []
_told: list[Ends] = []


def add_to_feed(events: Adds) -> None:
    """Called from an apps.py. events(person_id, token) gives what stands in the calendar beside the times.

    It is asked without a keyring, whenever a calendar asks: the token is all it has. Neutral titles only.
    """
    if events not in _adds:
        _adds.append(events)


def on_feed_end(fn: Ends) -> None:
    """Called from an apps.py: fn(person_id) runs in the transaction in which an address ends."""
    if fn not in _told:
        _told.append(fn)


def added(person_id: UUID, token: str) -> "Iterator[Event]":
    for events in _adds:
        yield from events(person_id, token)


def tell_ended(person_id: UUID) -> None:
    for fn in _told:
        fn(person_id)
