"""Who else is told which circles a keyring opens. The site tells the database, as its second wall."""

from collections.abc import Callable
from uuid import UUID

Listener = Callable[[frozenset[UUID]], None]
_listeners: list[Listener] = []


def on_opening(listener: Listener) -> None:
    """Called from an apps.py. Told at every opening and every change of a keyring, before any row is read."""
    if listener not in _listeners:
        _listeners.append(listener)


def tell(circles: frozenset[UUID]) -> None:
    for listener in _listeners:
        listener(circles)
