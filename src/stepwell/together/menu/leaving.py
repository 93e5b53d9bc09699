"""What becomes of a round, and of what it brought, when the space rests, opens again, or is left."""

from uuid import UUID

from stepwell.ground.vault.api import Keyring
from stepwell.together.menu import rounds
from stepwell.together.menu.models import Both


def space_rests(keyring: Keyring, circle: UUID) -> None:
    """Both words are taken back, and every point is gone. What both welcome waits unseen."""
    rounds.wipe(keyring, circle)


def space_opens(keyring: Keyring, circle: UUID, opens: bool) -> None:
    """What somebody began in the very moment of the pause does not count either."""
    if opens:
        rounds.wipe(keyring, circle)


def somebody_leaves(keyring: Keyring, circle: UUID, _take_back: bool) -> None:
    """What two welcomed together is nobody's any more. Each one's own list stays their own."""
    rounds.wipe(keyring, circle)
    Both.objects.within(keyring, circle).delete()
