"""What the door of this room gives out, and what can go wrong."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime
from typing import Any
from uuid import UUID

from stepwell.ground.record.verify import START, receipt_words


@dataclass(frozen=True, slots=True)
class Head:
    """How far a record goes: the number of its last event, and that event's hash (32 bytes)."""

    i: int
    h: bytes

    @property
    def words(self) -> str:
        """Eight receipt words, for two people to compare."""
        return receipt_words(self.h)


NOTHING = Head(0, START)


@dataclass(frozen=True, slots=True)
class Event:
    """One event that was checked. at: UTC. name: what its signer was called then.

    text is None where its words were erased: that something stood there can still be seen.
    """

    i: int
    at: datetime
    kind: str
    signer: UUID
    name: str
    text: Mapping[str, Any] | None
    h: bytes

    @property
    def head(self) -> Head:
        return Head(self.i, self.h)


class Broken(Exception):
    """The record is shorter or other than this person saw it, or what was added does not fit.

    seen: how far this person saw it. found: what stands there now, None where nothing does.
    """

    def __init__(self, seen: Head, found: Head | None) -> None:
        super().__init__("The record is not as it was.")
        self.seen, self.found = seen, found


class NotSigned(Exception):
    """These words can be erased only by who signed them, while everybody who signed still has a seat."""

    def __init__(self) -> None:
        super().__init__("These words are not this person's to erase.")
