"""Who is told when somebody moves to another time zone: the same hour is another moment then."""

from collections.abc import Callable
from uuid import UUID

Listener = Callable[[UUID], None]
_listeners: list[Listener] = []


def on_zone_change(listener: Listener) -> None:
    """Called from an apps.py. Told the person's id, once their new zone is written."""
    if listener not in _listeners:
        _listeners.append(listener)


def tell(person_id: UUID) -> None:
    for listener in _listeners:
        listener(person_id)
