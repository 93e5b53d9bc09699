"""What becomes of all this when the space rests, opens again, or somebody leaves it."""

from uuid import UUID

from stepwell.ground.vault.api import CannotOpen, Keyring, NoSeat
from stepwell.together.consent.models import Asking, Consent
from stepwell.together.consent.own import nobody


def space_rests(keyring: Keyring, circle: UUID) -> None:
    """Whatever was asked for this time or stood is over, and does not come back."""
    wipe(keyring, circle)
    nobody(keyring, visited=False)


def space_opens(keyring: Keyring, circle: UUID, opens: bool) -> None:
    """What somebody said in the very moment of the pause does not count either."""
    if opens:
        wipe(keyring, circle)
    nobody(keyring, visited=False)


def somebody_leaves(keyring: Keyring, circle: UUID, _take_back: bool) -> None:
    wipe(keyring, circle)
    nobody(keyring, visited=False)


def wipe(keyring: Keyring, circle: UUID) -> None:
    """Inside a transaction; it never refuses, whatever became of the keys."""
    try:
        Consent.objects.within(keyring, circle).delete()
        Asking.objects.within(keyring, circle).delete()
    except (NoSeat, CannotOpen):
        return
