"""Founding a space of two."""

from collections.abc import Mapping
from uuid import UUID

from django.db import transaction
from django.utils import timezone

from stepwell.ground.spaces.content import MemberV1
from stepwell.ground.spaces.errors import AlreadyTogether
from stepwell.ground.spaces.models import Member, Readiness, Space
from stepwell.ground.spaces.opened import couple_of
from stepwell.ground.vault.api import Keyring, found_circle, my_bundle, save_written, write


def found(keyring: Keyring, other_id: UUID, other_bundle: bytes, names: Mapping[UUID, str]) -> UUID:
    """A new circle with both seated, open from the start. The other must be pinned.

    Each is shown under the name they gave on the way here. Raises AlreadyTogether, ChangedIdentity.
    """
    if couple_of(keyring):
        raise AlreadyTogether
    with transaction.atomic():
        circle = found_circle(keyring, {keyring.person_id: my_bundle(keyring), other_id: other_bundle})
        Space.objects.create(circle_id=circle, made_on=timezone.now().date())
        for person_id, name in names.items():
            row = Member(circle_id=circle, person_id=person_id)
            write(keyring, row, MemberV1(name=name))
            save_written(row)
            Readiness.objects.create(circle_id=circle, person_id=person_id)
    return circle
