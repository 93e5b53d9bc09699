"""What changes here when somebody is ready to go on. When the space begins to rest nothing has to be done:
nothing of the other is drawn while it does."""

from uuid import UUID

from stepwell.ground.vault.api import Keyring
from stepwell.together.calendar.showing import catch_up


def somebody_is_ready(keyring: Keyring, circle: UUID, opens: bool) -> None:
    """What they changed during the rest goes along now. Nobody reads it before the space is open."""
    del opens  # either way
    catch_up(keyring, circle)
