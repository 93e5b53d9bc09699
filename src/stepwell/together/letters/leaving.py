"""What happens here when somebody leaves a space."""

from uuid import UUID

from stepwell.ground.vault.api import Keyring
from stepwell.together.letters.models import Said, Sent


def somebody_leaves(keyring: Keyring, circle: UUID, take_back: bool) -> None:
    """What each keeps for themselves stays theirs. What they gave and said goes where they ask for it, and
    otherwise stays to be read by both."""
    if take_back:
        Sent.objects.within(keyring, circle).filter(person_id=keyring.person_id).delete()
        Said.objects.within(keyring, circle).filter(person_id=keyring.person_id).delete()
