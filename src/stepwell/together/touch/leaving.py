"""What becomes of all this when the space rests, opens again, or somebody leaves it."""

from uuid import UUID

from stepwell.ground.vault.api import Keyring
from stepwell.together.touch import going_on, session
from stepwell.together.touch.models import Asking, Place


def space_rests(keyring: Keyring, circle: UUID) -> None:
    """A session stops, a yes for this time is over, and no word for a next step counts afterwards."""
    session.wipe(keyring, circle)
    Asking.objects.within(keyring, circle).delete()
    going_on.begin_anew(keyring, circle)


def space_opens(keyring: Keyring, circle: UUID, opens: bool) -> None:
    """What somebody began in the very moment of the pause does not count either."""
    if opens:
        session.wipe(keyring, circle)
        Asking.objects.within(keyring, circle).delete()


def somebody_leaves(keyring: Keyring, circle: UUID, _take_back: bool) -> None:
    session.wipe(keyring, circle)
    Asking.objects.within(keyring, circle).delete()
    Place.objects.within(keyring, circle).delete()
