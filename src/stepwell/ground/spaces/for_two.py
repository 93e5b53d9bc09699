"""Whether something goes to the other now. Every room of two is refused in the same way, and asks here."""

from collections.abc import Iterator
from contextlib import contextmanager

from stepwell.ground.spaces.opened import Couple
from stepwell.ground.vault.api import ChangedIdentity, NoSeat


class NotNow(Exception):
    """Nothing goes to the other now, and nothing was written. why: "over", there is nobody; "rests", the
    space rests; "words", the eight words have to be compared again first; or a reason of a room's own."""

    def __init__(self, why: str) -> None:
        super().__init__(why)
        self.why = why


def open_space(couple: Couple | None) -> Couple:
    """The space of two, where something new may be said in it. Raises NotNow."""
    if couple is None:
        raise NotNow("over")
    if couple.paused:
        raise NotNow("rests")
    return couple


@contextmanager
def sealing_for_two() -> Iterator[None]:
    """What is sealed within is for the two. Raises NotNow where that cannot be at present."""
    try:
        yield
    except (NoSeat, ChangedIdentity):
        raise NotNow("words") from None
