"""Leaving: at once, by either, without a reason."""

from collections.abc import Callable
from uuid import UUID

from django.db import transaction

from stepwell.ground.spaces.errors import NoSpace
from stepwell.ground.spaces.models import Departure, Readiness, Space
from stepwell.ground.spaces.opened import couple_of, my_spaces
from stepwell.ground.vault.api import ChangedIdentity, Conflict, Keyring, close_seat

Leaves = Callable[[Keyring, UUID, bool], None]
_told: list[Leaves] = []


def on_leave(fn: Leaves) -> None:
    """Called from an apps.py: what a room does when somebody leaves a space.

    It gets the keyring of who leaves, the circle, and whether to take back what they showed. It runs before
    their seat closes, inside the same transaction. Whoever takes back may do so without a seat, too.
    """
    if fn not in _told:
        _told.append(fn)


def leave(keyring: Keyring, *, take_back: bool) -> None:
    """Leave the open space, or, when the other was faster, the one that was open a moment ago.

    What this person wrote for themselves stays theirs. Raises NoSpace when there is nothing to leave.
    """
    circle = _to_leave(keyring)
    with transaction.atomic():
        Space.objects.select_for_update().get(pk=circle)
        for tell in _told:
            tell(keyring, circle, take_back)
        if not Departure.objects.filter(circle_id=circle).exists():
            _close(keyring, circle)
        Departure.objects.get_or_create(circle_id=circle, person_id=keyring.person_id)
        Readiness.objects.filter(circle_id=circle).delete()


def take_back(keyring: Keyring) -> None:
    """Take back what this person showed in every space that has ended. Done twice it is done once."""
    with transaction.atomic():
        for space in my_spaces(keyring):
            for tell in _told if not space.open else ():
                tell(keyring, space.circle, True)


def _to_leave(keyring: Keyring) -> UUID:
    couple = couple_of(keyring)
    if couple:
        return couple.circle
    gone = Departure.objects.filter(person_id=keyring.person_id, circle_id__in=keyring.seated)
    left_behind = Space.objects.filter(circle_id__in=keyring.seated).exclude(
        circle_id__in=gone.values("circle_id")
    )
    newest = left_behind.order_by("-circle_id").first()
    if newest is None:
        raise NoSpace
    return newest.circle_id


def _close(keyring: Keyring, circle: UUID) -> None:
    try:
        close_seat(keyring, circle)
    except (ChangedIdentity, Conflict):
        # Leaving is never refused. The departure alone ends the space; who stays makes the next key.
        return
