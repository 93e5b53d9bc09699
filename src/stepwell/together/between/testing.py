"""Makers for the tests of other rooms and for the demonstration."""

from collections.abc import Collection

from stepwell.ground.spaces.api import couple_of
from stepwell.ground.vault.api import Keyring
from stepwell.together.between import choosing, finding


def lay_beside(keyring: Keyring, signals: Collection[str]) -> None:
    """This person would lay these beside the other's; it counts with both, and where their safety lets it."""
    couple = couple_of(keyring)
    assert couple is not None
    choosing.choose(keyring, couple, signals)


def is_kept(keyring: Keyring) -> bool:
    """Whether what was found in the days of the two is kept at present."""
    couple = couple_of(keyring)
    return couple is not None and finding.last_found(keyring, couple.circle) is not None
