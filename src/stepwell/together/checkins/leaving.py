"""What happens here when somebody leaves a space."""

from uuid import UUID

from stepwell.ground.vault.api import Keyring
from stepwell.together.between import api as between
from stepwell.together.checkins.models import Shared
from stepwell.together.checkins.times import end_for_circle


def somebody_leaves(keyring: Keyring, circle: UUID, take_back: bool) -> None:
    """Times for two end for both. What the leaver showed goes only where they ask for it: the other may hold
    on to it, and the leaver was told so."""
    if take_back:
        Shared.objects.within(keyring, circle).filter(person_id=keyring.person_id).delete()
        between.drop(keyring, circle)
    end_for_circle(circle)
