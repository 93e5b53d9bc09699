"""The one thread beside the pages: every few seconds it asks who is due. It holds no keys."""

import logging
import threading

from django.db import close_old_connections, connections

from stepwell.ground.notices.api import tick

log = logging.getLogger(__name__)
EVERY = 15.0


class Clock(threading.Thread):
    def __init__(self, every: float = EVERY) -> None:
        super().__init__(name="clock", daemon=True)
        self.every = every
        self._ending = threading.Event()

    def run(self) -> None:
        while not self._ending.wait(self.every):
            self._once()
        connections.close_all()

    def _once(self) -> None:
        close_old_connections()
        try:
            tick()
        except Exception:  # the next round may find the database or the mail server well again
            log.exception("A round of the clock did not end well; the next one follows.")

    def end(self) -> None:
        self._ending.set()
        self.join(timeout=5)
