"""Pausing and going on. Back: either, at once, no reason. Forward: both, each on their own."""

from collections.abc import Callable
from uuid import UUID

from django.db import transaction

from stepwell.ground.spaces.errors import NoSpace
from stepwell.ground.spaces.models import Readiness, Space
from stepwell.ground.spaces.opened import TWO, couple_of
from stepwell.ground.vault.api import Keyring

Step = Callable[[Keyring], None]


def pause(keyring: Keyring) -> None:
    """The space rests. While it rests already, this only takes back the own readiness: the other's may stand,
    and a page that lost it would tell that somebody pressed a button. Raises NoSpace."""
    with transaction.atomic():
        ready = Readiness.objects.filter(circle_id=_hold(keyring))
        if ready.count() < TWO:
            ready = ready.filter(person_id=keyring.person_id)
        ready.delete()


def be_ready(keyring: Keyring) -> None:
    """This person is ready. It opens when both are. Raises NoSpace."""
    with transaction.atomic():
        Readiness.objects.get_or_create(circle_id=_hold(keyring), person_id=keyring.person_id)


def not_yet(keyring: Keyring) -> None:
    """Take readiness back. In an open space that is a pause. Raises NoSpace."""
    pause(keyring)


def is_ready(keyring: Keyring) -> bool:
    """Whether this person said so. The other's is nobody's to ask."""
    couple = couple_of(keyring)
    return bool(
        couple and Readiness.objects.filter(circle_id=couple.circle, person_id=keyring.person_id).exists()
    )


def _hold(keyring: Keyring) -> UUID:
    couple = couple_of(keyring)
    if couple is None:
        raise NoSpace
    # Two presses at once come one after the other.
    Space.objects.select_for_update().get(pk=couple.circle)
    return couple.circle
