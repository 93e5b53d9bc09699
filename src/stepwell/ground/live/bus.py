"""Who listens in this process, and how other processes hear of it.

Told is that a circle moved, how often, and whether somebody may have lost their seat there.
"""

import asyncio
import logging
import threading
from collections import defaultdict
from collections.abc import Callable
from functools import cache
from typing import Protocol
from uuid import UUID

from django.db import connection

log = logging.getLogger(__name__)
Heard = Callable[[UUID, int, bool], None]


class Listener:
    """One open page. `moved`: there is something to hear. `seq`: the highest number it was told.

    `doubt`: whether it may still listen is to be asked before it hears more. `ask_at`: when it is anyway.
    """

    __slots__ = ("ask_at", "circle", "doubt", "loop", "moved", "seq")

    def __init__(self, circle: UUID) -> None:
        self.circle = circle
        self.loop = asyncio.get_running_loop()
        self.moved = asyncio.Event()
        self.seq = 0
        self.doubt = False
        self.ask_at = 0.0

    def tell(self, seq: int, doubt: bool) -> None:
        self.seq = max(self.seq, seq)
        self.doubt |= doubt
        self.moved.set()


class Way(Protocol):
    """How news of other processes come here. One is enough for a whole process."""

    def within(self, circle: UUID, seq: int, doubt: bool) -> None:
        """Inside the transaction that moved something."""

    def begin(self, heard: Heard, watched: Callable[[], list[UUID]]) -> None:
        """Called once, when the first page listens."""

    def end(self) -> None: ...


class Bus:
    def __init__(self, way: Way | None = None) -> None:
        self._way = way
        self._listening: dict[UUID, set[Listener]] = defaultdict(set)
        self._lock = threading.Lock()
        self._begun = False

    def within(self, circle: UUID, seq: int, doubt: bool) -> None:
        if self._way:
            self._way.within(circle, seq, doubt)

    def after(self, circle: UUID, seq: int, doubt: bool) -> None:
        """After the commit, on whichever thread that was."""
        with self._lock:
            listening = list(self._listening.get(circle, ()))
        for listener in listening:
            try:
                listener.loop.call_soon_threadsafe(listener.tell, seq, doubt)
            except RuntimeError:  # the loop of that page ended a moment ago
                continue

    def join(self, listener: Listener) -> None:
        with self._lock:
            self._listening[listener.circle].add(listener)
            first, self._begun = not self._begun, True
        if first and self._way:
            self._way.begin(self.after, self.watched)

    def part(self, listener: Listener) -> None:
        with self._lock:
            there = self._listening.get(listener.circle, set())
            there.discard(listener)
            if not there:
                self._listening.pop(listener.circle, None)

    def everybody(self) -> list[Listener]:
        with self._lock:
            return [listener for there in self._listening.values() for listener in there]

    def watched(self) -> list[UUID]:
        with self._lock:
            return list(self._listening)

    def end(self) -> None:
        if self._way and self._begun:
            self._way.end()
        self._begun = False


@cache
def bus() -> Bus:
    """The bus of this process. On PostgreSQL another may serve the other of two; on SQLite one serves all."""
    from stepwell.ground.live.ways import Postgres

    return Bus(Postgres() if connection.vendor == "postgresql" else None)
