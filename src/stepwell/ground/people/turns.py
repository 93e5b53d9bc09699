"""Turns: how many requests of this process are worked on at once.

Python runs one thread at a time. Where a dozen want to run, they hand it on to each other at every question
to the database, and together do less than a few do. So a few run, and the others wait before they begin.
"""

from collections.abc import Iterator
from contextlib import contextmanager
from threading import BoundedSemaphore, local

AT_ONCE = 4
_free = BoundedSemaphore(AT_ONCE)
_here = local()


@contextmanager
def turn() -> Iterator[None]:
    """Waits until one is free. Held for the whole of a request."""
    with _free:
        _here.held = True
        try:
            yield
        finally:
            _here.held = False


@contextmanager
def aside() -> Iterator[None]:
    """For what takes long and hardly needs Python: meanwhile somebody else has this turn."""
    if not getattr(_here, "held", False):
        yield
        return
    _here.held = False
    _free.release()
    try:
        yield
    finally:
        _free.acquire()
        _here.held = True
