"""What happens here when somebody leaves a space, and when somebody is ready to go on."""

from uuid import UUID

from stepwell.ground.vault.api import Keyring
from stepwell.own.journal.models import Shared
from stepwell.own.journal.showing import COPIES


def somebody_leaves(keyring: Keyring, circle: UUID, take_back: bool) -> None:
    """What the leaver showed goes only where they ask for it: the other may hold on to it, and the leaver was
    told so."""
    if take_back:
        Shared.objects.within(keyring, circle).filter(person_id=keyring.person_id).delete()


def somebody_is_ready(keyring: Keyring, circle: UUID, opens: bool) -> None:  # noqa: ARG001 - the registry's shape
    """What they changed during the rest goes along now, so nothing changes for the other at a moment that
    tells of a visit."""
    COPIES.catch_up(keyring, circle)
