"""What happens here when somebody leaves a space."""

from uuid import UUID

from stepwell.ground.vault.api import Keyring
from stepwell.own.journal.models import Shared


def somebody_leaves(keyring: Keyring, circle: UUID, take_back: bool) -> None:
    """What the leaver showed goes only where they ask for it: the other may hold on to it, and the leaver was
    told so."""
    if take_back:
        Shared.objects.within(keyring, circle).filter(person_id=keyring.person_id).delete()
