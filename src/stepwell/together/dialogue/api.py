"""The door of dialogue: what the first page after sign-in says of it to one of two, alone."""

from uuid import UUID

from django.utils import timezone

from stepwell.ground.spaces.api import Couple
from stepwell.ground.vault.api import Keyring
from stepwell.together.dialogue import timeout
from stepwell.together.dialogue.holding import current

__all__ = ["missed_return"]


def missed_return(keyring: Keyring, couple: Couple | None) -> UUID | None:
    """The talk in which this person called a time-out whose time has passed, till they open it or it ends.

    For the eyes of who called it: to the other it is None, as where nothing was missed.
    """
    found = current(keyring, couple) if couple and not couple.paused else None
    return found[0] if found and timeout.missed(found[1], keyring.person_id, timezone.now()) else None
