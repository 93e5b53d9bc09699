"""What happens here when somebody leaves a space."""

from uuid import UUID

from stepwell.ground.vault.api import Keyring
from stepwell.together.questions.models import Put, Reply, When


def somebody_leaves(keyring: Keyring, circle: UUID, take_back: bool) -> None:
    """The private list stays its owner's. What they put and answered goes only where they ask for it; a
    question that nobody answered goes in any case, since nobody will."""
    mine = Put.objects.within(keyring, circle).filter(person_id=keyring.person_id)
    said = Reply.objects.within(keyring, circle)
    unanswered = mine.exclude(id__in=said.values("put_id"))
    (mine if take_back else unanswered).delete()
    When.objects.within(keyring, circle).delete()
    if take_back:
        said.filter(person_id=keyring.person_id).delete()
