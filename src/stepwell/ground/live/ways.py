"""Two ways to hear of what other processes committed: told by PostgreSQL, or asked for over and over."""

import logging
import threading
from collections.abc import Callable
from uuid import UUID

from django.db import close_old_connections, connection, connections

from stepwell.ground.live.bus import Heard

Watched = Callable[[], list[UUID]]
log = logging.getLogger(__name__)
CHANNEL = "stepwell_live"
LOOK = 0.5  # seconds after which a listening thread looks whether it is to end
WHERE = ("host", "port", "dbname", "user", "password")


class Polling:
    """Asks the database. It needs nothing but a table, and so is what the other way falls back on."""

    def __init__(self, every: float = 0.25) -> None:
        self.every = every
        self.ending = threading.Event()
        self._thread: threading.Thread | None = None
        self._known: dict[UUID, int] = {}

    def within(self, circle: UUID, seq: int, doubt: bool) -> None:
        pass

    def begin(self, heard: Heard, watched: Watched) -> None:
        self.ending.clear()
        self._thread = threading.Thread(target=self._run, args=(heard, watched), name="live", daemon=True)
        self._thread.start()

    def _run(self, heard: Heard, watched: Watched) -> None:
        while not self.ending.wait(self.every):
            try:
                close_old_connections()
                self.ask(heard, watched)
            except Exception:  # the database may be away for a moment; whoever listens stays
                log.exception("Asking for what moved did not end well; it is asked again.")
        connections.close_all()

    def ask(self, heard: Heard, watched: Watched) -> None:
        from stepwell.ground.live.moving import moved_of

        found = moved_of(watched())
        for circle, seq in found.items():
            if self._known.get(circle) != seq:
                heard(circle, seq, True)  # the table does not say what it was
        self._known = found

    def end(self) -> None:
        self.ending.set()
        if self._thread:
            self._thread.join(timeout=2 * LOOK)


class Postgres(Polling):
    """LISTEN on a connection of its own; NOTIFY in the transaction, which PostgreSQL tells at its commit."""

    def within(self, circle: UUID, seq: int, doubt: bool) -> None:
        with connection.cursor() as cursor:
            cursor.execute("SELECT pg_notify(%s, %s)", [CHANNEL, f"{circle.hex} {seq} {doubt:d}"])

    def _run(self, heard: Heard, watched: Watched) -> None:
        while not self.ending.is_set():
            try:
                self._listen(heard, watched)
            except Exception:
                log.exception("Listening did not end well; it begins again.")
                self.ending.wait(self.every)

    def _listen(self, heard: Heard, watched: Watched) -> None:
        import psycopg

        settings = connection.get_connection_params()
        own = {
            name: settings[name]
            for name in ("host", "port", "dbname", "user", "password")
            if settings.get(name)
        }
        with psycopg.connect(**own, autocommit=True) as ear:
            ear.execute(f"LISTEN {CHANNEL}")
            # What was committed while nobody listened.
            self.ask(heard, watched)
            connections.close_all()
            while not self.ending.is_set():
                for told in ear.notifies(timeout=LOOK):
                    circle, seq, doubt = told.payload.split(" ")
                    heard(UUID(hex=circle), int(seq), doubt == "1")
