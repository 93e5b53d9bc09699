"""Which step two stand on. Each of them sees the step, and of the other's word nothing."""

from collections.abc import Callable
from uuid import UUID

from django.db import IntegrityError, transaction

from stepwell.ground.vault.api import ChangedIdentity, Conflict, Keyring, NoSeat, read, write
from stepwell.together.touch.content import PlaceV1
from stepwell.together.touch.models import Place


def seen(keyring: Keyring, circle: UUID) -> PlaceV1:
    """Where no row is yet, one is sealed and opened all the same: a page takes as long either way."""
    row = Place.objects.one(keyring, circle)
    if row is None:
        row = Place(circle_id=circle)
        try:
            write(keyring, row, PlaceV1())
        except (NoSeat, ChangedIdentity):
            return PlaceV1()
    place: PlaceV1 = read(keyring, row)
    return place


def change(keyring: Keyring, circle: UUID, move: Callable[[PlaceV1], PlaceV1], *, always: bool) -> PlaceV1:
    """Read, move, write as one step.

    always: it is sealed anew even where nothing moved, so that the row says nothing of what was answered.
    Raises NoSeat or ChangedIdentity where nothing can be written, and Conflict if others keep being faster.
    """
    for _ in range(5):
        try:
            with transaction.atomic():
                return _change_once(keyring, circle, move, always=always)
        except IntegrityError:  # the other, or another tab, made the first row meanwhile
            continue
    raise Conflict


def _change_once(
    keyring: Keyring, circle: UUID, move: Callable[[PlaceV1], PlaceV1], *, always: bool
) -> PlaceV1:
    row = Place.objects.hold(keyring, circle)
    place: PlaceV1 = read(keyring, row) if row else PlaceV1()
    after = move(place)
    if after == place and not always:
        return place
    new = row is None
    row = row or Place(circle_id=circle)
    write(keyring, row, after)
    row.save(force_insert=new, force_update=not new)
    return after
