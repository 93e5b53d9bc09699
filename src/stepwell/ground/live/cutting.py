"""When a space rests or ends, every stream of it is asked again at once, and ends."""

from uuid import UUID

from stepwell.ground.live.moving import announce
from stepwell.ground.vault.api import Keyring


def space_rests(_keyring: Keyring, circle: UUID) -> None:
    announce(circle, doubt=True)


def somebody_returns(_keyring: Keyring, circle: UUID, opens: bool) -> None:
    # While it does not open nothing may move: the other would learn of it.
    if opens:
        announce(circle, doubt=True)


def somebody_leaves(_keyring: Keyring, circle: UUID, _take_back: bool) -> None:
    announce(circle, doubt=True)
