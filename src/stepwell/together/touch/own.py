"""A person's own answers and wish. They are theirs alone, and lie in their own circle."""

from collections.abc import Callable
from uuid import UUID

from msgspec.structs import replace

from stepwell.ground.vault.api import Keyring, read_own
from stepwell.ground.vault.api import change_own as change_row
from stepwell.together.touch.content import OwnV1, PlaceV1, filled
from stepwell.together.touch.models import Own


def own_of(keyring: Keyring) -> OwnV1:
    return read_own(keyring, Own, OwnV1())


def on_this_step(own: OwnV1, circle: UUID, place: PlaceV1) -> OwnV1:
    """What was answered on an earlier step, or with somebody else, counts for nothing here."""
    if (own.circle, own.turn) == (circle, place.turn):
        return own
    return replace(own, circle=circle, turn=place.turn, found=0, wants=False)


def change_own(keyring: Keyring, how: Callable[[OwnV1], OwnV1]) -> OwnV1:
    """Read, change, write as one step. A change that changes nothing writes nothing."""
    return change_row(keyring, Own, filled(OwnV1()), lambda own: filled(how(own)))
