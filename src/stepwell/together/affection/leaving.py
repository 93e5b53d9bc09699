"""What becomes of words and notes when somebody leaves the space."""

from uuid import UUID

from stepwell.ground.vault.api import Keyring
from stepwell.together.affection import gate
from stepwell.together.affection.models import Note, Word
from stepwell.together.affection.welcoming import key_of


def somebody_leaves(keyring: Keyring, circle: UUID, take_back: bool) -> None:
    """Their word goes. Their notes go only where they ask for it: the other may hold on to them, and the
    leaver was told so."""
    gate.let_go(keyring, key_of(circle))
    Word.objects.within(keyring, circle).filter(person_id=keyring.person_id).delete()
    if take_back:
        Note.objects.within(keyring, circle).filter(person_id=keyring.person_id).delete()
