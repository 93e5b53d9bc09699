"""What happens here when somebody leaves a space. What was agreed ends with it: see `shelf.Leaf`."""

from uuid import UUID

from stepwell.ground.vault.api import Keyring, read_many
from stepwell.together.agreements.content import HeadV1
from stepwell.together.agreements.models import Agreement, Version


def somebody_leaves(keyring: Keyring, circle: UUID, take_back: bool) -> None:
    """What both signed stays with both, and so does what anybody signed or answered. Where the leaver asks
    for it, offers of theirs go that nobody did either with."""
    if not take_back:
        return
    rows = list(Agreement.objects.within(keyring, circle).order_by("id"))
    for row, head in zip(rows, read_many(keyring, rows), strict=True):
        if is_untouched(head, keyring.person_id):
            Version.objects.within(keyring, circle).filter(agreement_id=row.id).delete()
            row.delete()


def is_untouched(head: HeadV1, person_id: UUID) -> bool:
    """Only this person ever did anything with it, and nobody signed."""
    return all(step.by == person_id and step.what != "signed" for step in head.steps)
