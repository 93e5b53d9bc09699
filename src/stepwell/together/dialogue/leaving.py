"""What becomes of a talk when the space rests, opens again, or somebody leaves it."""

from uuid import UUID

from stepwell.ground.vault.api import Keyring
from stepwell.together.dialogue.holding import drop_silent, wipe_open
from stepwell.together.dialogue.models import Asking, Taken, Turn


def space_rests(keyring: Keyring, circle: UUID) -> None:
    """A talk that is open ends at once, and leaves nothing."""
    wipe_open(keyring, circle)


def space_opens(keyring: Keyring, circle: UUID, opens: bool) -> None:
    """What somebody began in the very moment of the pause does not count either."""
    if opens:
        wipe_open(keyring, circle)


def somebody_leaves(keyring: Keyring, circle: UUID, take_back: bool) -> None:
    """Askings and what is open go. What both kept stays to be read, unless who leaves takes it back."""
    wipe_open(keyring, circle)
    Asking.objects.within(keyring, circle).delete()
    if not take_back:
        return
    mine = {"person_id": keyring.person_id}
    Taken.objects.within(keyring, circle).filter(**mine).delete()
    Turn.objects.within(keyring, circle).filter(**mine).delete()
    drop_silent(keyring, circle)
