"""What happens here when somebody leaves a space."""

from uuid import UUID

from stepwell.ground.vault.api import Keyring
from stepwell.together.calendar.models import Shown
from stepwell.together.calendar.rituals import end_for_circle


def somebody_leaves(keyring: Keyring, circle: UUID, take_back: bool) -> None:
    """Rituals end for both. What the leaver showed goes only where they ask for it: the other may hold on to
    it, and the leaver was told so."""
    if take_back:
        Shown.objects.within(keyring, circle).filter(person_id=keyring.person_id).delete()
    end_for_circle(keyring, circle)
