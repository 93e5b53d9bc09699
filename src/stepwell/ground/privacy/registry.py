"""What each room holds about people, and how it is given out and erased."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import Any


@dataclass(frozen=True)
class Holding:
    """One model: what of it is personal, under which name it is exported, how it is erased; or why not."""

    model: str
    personal: str
    exported: str
    erased: str


@dataclass(frozen=True)
class Room:
    """A room's promise: `export` gives everything it holds about a person, `erase` leaves nothing of it.

    Both take the person's keyring. It is typed loosely because this room lies below the vault.
    """

    name: str
    holdings: tuple[Holding, ...]
    export: Callable[[Any], Mapping[str, object]]
    erase: Callable[[Any], None]


_rooms: dict[str, Room] = {}


def register(room: Room) -> None:
    """Called by a room's `apps.py`. Raises ValueError when another room of that name is there already."""
    if _rooms.setdefault(room.name, room) is not room:
        raise ValueError(f"The room {room.name} is registered twice.")


def rooms() -> tuple[Room, ...]:
    """Every registered room, the highest first: what stands on the vault is erased before the vault."""
    return tuple(reversed(_rooms.values()))
