"""Where the vault's own sealed fields belong."""

from uuid import UUID

from stepwell.ground.vault.words import place


def wrap_place(person_id: UUID, circle: UUID, epoch: int) -> bytes:
    return place("vault.HeldKey.wrap", record=person_id, circle=circle, epoch=epoch)


def personal_place(field: str, person_id: UUID) -> bytes:
    """A field of which each person has one, such as "vault.Root.by_code"."""
    return place(field, record=person_id)
