"""The one thread beside the pages: it asks who is due, and lets go what is over. It holds no keys."""

import logging
import threading
from collections.abc import Callable

from django.db import close_old_connections, connections

from stepwell.ground.notices.api import tick
from stepwell.ground.people.api import sweep
from stepwell.site.rls import everything
from stepwell.together.consent.api import sweep as sweep_consent
from stepwell.together.touch.api import sweep as sweep_touch

log = logging.getLogger(__name__)
EVERY = 15.0
ROUNDS_TO_A_SWEEP = 20


def _let_go() -> None:
    """Rows of two that have ended by themselves. They lie behind the wall, and none of them is opened."""
    with everything():
        sweep_touch()
        sweep_consent()


class Clock(threading.Thread):
    def __init__(self, every: float = EVERY) -> None:
        super().__init__(name="clock", daemon=True)
        self.every = every
        self.rounds = 0
        self._ending = threading.Event()

    def run(self) -> None:
        while not self._ending.wait(self.every):
            self._once()
        connections.close_all()

    def _once(self) -> None:
        close_old_connections()
        self._do(tick)
        if self.rounds % ROUNDS_TO_A_SWEEP == 0:
            self._do(sweep)
            self._do(_let_go)
        self.rounds += 1

    def _do(self, work: Callable[[], object]) -> None:
        try:
            work()
        except Exception:  # the next round may find the database or the mail server well again
            log.exception("A round of the clock did not end well; the next one follows.")

    def end(self) -> None:
        self._ending.set()
        self.join(timeout=5)
