"""What happens here when somebody leaves a space."""

from uuid import UUID

from stepwell.ground.vault.api import Keyring
from stepwell.together.repair.models import Hand, Side


def somebody_leaves(keyring: Keyring, circle: UUID, take_back: bool) -> None:
    """What both signed is both people's and stays readable; it ends with the space. What was only put forward
    goes where its writer asks for it, and a signature that came to nothing goes in any case."""
    Hand.objects.within(keyring, circle).filter(person_id=keyring.person_id).delete()
    if take_back:
        Side.objects.within(keyring, circle).filter(person_id=keyring.person_id).delete()
