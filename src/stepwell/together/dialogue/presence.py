"""Who of two has their talk open. In the memory of this process and nowhere else, and for a talk alone."""

from time import monotonic
from uuid import UUID

LATELY = 120.0
MOST = 20_000
_seen: dict[tuple[UUID, UUID], float] = {}


def note(talk: UUID, person: UUID) -> None:
    """This person asked for the page of this talk."""
    if len(_seen) >= MOST:
        forget(monotonic() - LATELY)
    _seen[talk, person] = monotonic()


def is_here(talk: UUID, person: UUID) -> bool:
    """Within the last two minutes."""
    seen = _seen.get((talk, person))
    return seen is not None and monotonic() - seen < LATELY


def forget(before: float) -> None:
    for key in [key for key, seen in _seen.items() if seen < before]:
        _seen.pop(key, None)
