"""What a person last saw of each record, in their own sealed state."""

from uuid import UUID

from msgspec.structs import replace

from stepwell.ground.record.content import SEEN, SeenV1
from stepwell.ground.record.shapes import NOTHING, Head
from stepwell.ground.vault.api import Keyring, change_state, get_state

NAME = "record"


def last_seen(keyring: Keyring, circle: UUID) -> Head:
    kept = get_state(keyring, NAME, SEEN)
    return Head(*kept.heads[circle]) if kept and circle in kept.heads else NOTHING


def remember(keyring: Keyring, circle: UUID, head: Head) -> None:
    """Never goes back. Raises Conflict if others keep being faster."""

    def further(kept: SeenV1 | None) -> SeenV1:
        kept = kept or SeenV1()
        if kept.heads.get(circle, (0,))[0] >= head.i:
            return kept
        return replace(kept, heads=kept.heads | {circle: (head.i, head.h)})

    change_state(keyring, NAME, SEEN, further)
