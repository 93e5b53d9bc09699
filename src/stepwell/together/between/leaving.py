"""What becomes of it when the space rests, opens, or ends."""

from uuid import UUID

from stepwell.ground.vault.api import Keyring, read
from stepwell.together.between.choosing import forget
from stepwell.together.between.finding import drop
from stepwell.together.between.models import Choice


def space_rests(keyring: Keyring, circle: UUID) -> None:
    """What was found goes at once, for both. What each chose stays, and counts again when it is open."""
    drop(keyring, circle)


def somebody_leaves(keyring: Keyring, circle: UUID, _take_back: bool) -> None:
    """There is nothing more to lay beside anything, whatever becomes of what was shown."""
    forget(keyring, circle)
    row = Choice.objects.one(keyring, keyring.own)
    if row is not None and read(keyring, row).of == circle:
        row.delete()
