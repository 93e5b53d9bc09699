"""The line before a password is stretched: short, so that a flood takes neither memory nor every thread.

The vault stretches two at once; whoever finds the line full is told so at once and may send again. Some
places are for those whom the house knows, so that a flood of strangers does not keep them out.
"""

from collections.abc import Iterator
from contextlib import contextmanager
from threading import BoundedSemaphore

from stepwell.ground.people.turns import aside

# Two that stretch and six that wait: a third of the server's twelve threads stays free for other pages,
# and all of its turns.
PLACES = 8
FOR_KNOWN = 2
_anybodys = BoundedSemaphore(PLACES - FOR_KNOWN)
_reserved = BoundedSemaphore(FOR_KNOWN)


class Crowded(Exception):
    """The line is full. Nothing was done."""


@contextmanager
def place(*, known: bool = False) -> Iterator[None]:
    """Held around everything that stretches a password. Raises Crowded at once when none is free.

    `known`: somebody signed in, or a browser that this person used before.
    """
    open_to_them = (_anybodys, _reserved) if known else (_anybodys,)
    taken = next((places for places in open_to_them if places.acquire(blocking=False)), None)
    if taken is None:
        raise Crowded
    try:
        with aside():
            yield
    finally:
        taken.release()
