"""What changes here when the space for two begins to rest, and when somebody is ready to go on."""

from uuid import UUID

from stepwell.ground.notices.api import rearm
from stepwell.ground.vault.api import Keyring, seats
from stepwell.together.checkins.showing import COPIES


def space_rests(keyring: Keyring, circle: UUID) -> None:
    """Times for two rest along, for both alike."""
    _rearm(keyring, circle)


def somebody_is_ready(keyring: Keyring, circle: UUID, opens: bool) -> None:
    """What they corrected during the rest goes along now: so nothing changes for the other at a moment that
    tells of a visit. Nobody reads it before the space is open."""
    COPIES.catch_up(keyring, circle)
    if opens:
        _rearm(keyring, circle)


def _rearm(keyring: Keyring, circle: UUID) -> None:
    for person_id in sorted(seats(keyring, circle)):
        rearm(person_id)
