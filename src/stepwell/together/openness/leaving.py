"""What becomes of wishes to be heard when the space rests, opens again, or is left."""

from uuid import UUID

from msgspec.structs import replace

from stepwell.ground.vault.api import Keyring
from stepwell.together.openness import leaf
from stepwell.together.openness.models import Opening


def space_rests(keyring: Keyring, circle: UUID) -> None:
    """Every word that was not told yet is taken back, of both. What was told waits unseen."""
    _wipe(keyring, circle)


def space_opens(keyring: Keyring, circle: UUID, opens: bool) -> None:
    """What somebody said in the very moment of the pause does not count either."""
    if opens:
        _wipe(keyring, circle)


def somebody_leaves(keyring: Keyring, circle: UUID, _take_back: bool) -> None:
    """What was of two is nobody's any more. Each one's own prompts and answers stay their own."""
    _forget(keyring)
    Opening.objects.within(keyring, circle).delete()


def _wipe(keyring: Keyring, circle: UUID) -> None:
    _forget(keyring)
    Opening.objects.within(keyring, circle).filter(told=False).delete()


def _forget(keyring: Keyring) -> None:
    leaf.change(keyring, lambda kept: replace(kept, asked=0, waiting=None, yes=(), aside=()))
