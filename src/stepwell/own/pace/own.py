"""The one row of a person in which all of their leaves lie."""

from stepwell.ground.vault.api import Keyring, hold_own, read_own
from stepwell.own.pace.content import PaceV1
from stepwell.own.pace.models import Pace


def pace_of(keyring: Keyring) -> PaceV1:
    return read_own(keyring, Pace, PaceV1())


def hold(keyring: Keyring) -> tuple[Pace, PaceV1]:
    return hold_own(keyring, Pace, PaceV1())
