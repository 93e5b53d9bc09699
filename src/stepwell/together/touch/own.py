"""A person's own answers and wish. They are theirs alone, and lie in their own circle."""

from collections.abc import Callable
from uuid import UUID

from django.db import IntegrityError, transaction
from msgspec.structs import replace

from stepwell.ground.vault.api import Conflict, Keyring, read, write
from stepwell.together.touch.content import OwnV1, PlaceV1, filled
from stepwell.together.touch.models import Own


def own_of(keyring: Keyring) -> OwnV1:
    row = Own.objects.within(keyring, keyring.own).first()
    own: OwnV1 = read(keyring, row) if row else OwnV1()
    return own


def on_this_step(own: OwnV1, circle: UUID, place: PlaceV1) -> OwnV1:
    """What was answered on an earlier step, or with somebody else, counts for nothing here."""
    if (own.circle, own.turn) == (circle, place.turn):
        return own
    return replace(own, circle=circle, turn=place.turn, found=0, wants=False)


def change_own(keyring: Keyring, how: Callable[[OwnV1], OwnV1]) -> OwnV1:
    """Read, change, write as one step. A change that changes nothing writes nothing."""
    for _ in range(5):
        try:
            with transaction.atomic():
                return _change_once(keyring, how)
        except IntegrityError:  # another tab made the first row meanwhile
            continue
    raise Conflict


def _change_once(keyring: Keyring, how: Callable[[OwnV1], OwnV1]) -> OwnV1:
    row = Own.objects.within(keyring, keyring.own).select_for_update().first()
    before: OwnV1 = read(keyring, row) if row else OwnV1()
    after = how(before)
    if after == before:
        return before
    new = row is None
    row = row or Own(circle_id=keyring.own)
    write(keyring, row, filled(after))
    row.save(force_insert=new, force_update=not new)
    return after
