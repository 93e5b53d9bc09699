"""The line before a password is stretched: short, so that a flood takes neither memory nor every thread.

The vault stretches two at once; whoever finds the line full is told so at once and may send again.
"""

from collections.abc import Iterator
from contextlib import contextmanager
from threading import BoundedSemaphore

# Two that stretch and six that wait: a third of the server's twelve threads stays free for other pages.
PLACES = 8
_places = BoundedSemaphore(PLACES)


class Crowded(Exception):
    """The line is full. Nothing was done."""


@contextmanager
def place() -> Iterator[None]:
    """Held around everything that stretches a password. Raises Crowded at once when none is free."""
    if not _places.acquire(blocking=False):
        raise Crowded
    try:
        yield
    finally:
        _places.release()
