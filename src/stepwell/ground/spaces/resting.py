"""Pausing and going on. Back: either, at once, no reason. Forward: both, each on their own."""

from collections.abc import Callable, Iterable
from uuid import UUID

from django.db import transaction
from django.db.models import Count

from stepwell.ground.spaces.errors import NoSpace
from stepwell.ground.spaces.models import Readiness, Space
from stepwell.ground.spaces.opened import TWO, couple_of
from stepwell.ground.vault.api import Keyring

Step = Callable[[Keyring], None]
Rests = Callable[[Keyring, UUID], None]
GoesOn = Callable[[Keyring, UUID, bool], None]
_told: list[Rests] = []
_told_ready: list[GoesOn] = []


def on_pause(fn: Rests) -> None:
    """Called from an apps.py: what a room ends when an open space begins to rest.

    It gets the keyring of who paused and the circle, and runs inside the same transaction. It must not
    refuse, and must leave nothing that tells whose pause it was. A pause within a pause is told to nobody.
    """
    if fn not in _told:
        _told.append(fn)


def on_ready(fn: GoesOn) -> None:
    """Called from an apps.py: what a room does when somebody says that they are ready.

    It gets the keyring of who said so, the circle, and whether the space opens by it, and runs inside the
    same transaction. While it does not open, it must leave nothing that the other could see.
    """
    if fn not in _told_ready:
        _told_ready.append(fn)


def pause(keyring: Keyring) -> None:
    """The space rests. While it rests already, this only takes back the own readiness: the other's may stand,
    and a page that lost it would tell that somebody pressed a button. Raises NoSpace."""
    with transaction.atomic():
        circle = _hold(keyring)
        ready = Readiness.objects.filter(circle_id=circle)
        begins = ready.count() == TWO
        (ready if begins else ready.filter(person_id=keyring.person_id)).delete()
        for tell in _told if begins else ():
            tell(keyring, circle)


def be_ready(keyring: Keyring) -> None:
    """This person is ready. It opens when both are. Raises NoSpace."""
    with transaction.atomic():
        circle = _hold(keyring)
        _row, said_now = Readiness.objects.get_or_create(circle_id=circle, person_id=keyring.person_id)
        opens = Readiness.objects.filter(circle_id=circle).count() == TWO
        for tell in _told_ready if said_now else ():
            tell(keyring, circle, opens)


def not_yet(keyring: Keyring) -> None:
    """Take readiness back. In an open space that is a pause. Raises NoSpace."""
    pause(keyring)


def is_ready(keyring: Keyring) -> bool:
    """Whether this person said so. The other's is nobody's to ask."""
    couple = couple_of(keyring)
    return bool(
        couple and Readiness.objects.filter(circle_id=couple.circle, person_id=keyring.person_id).exists()
    )


def open_among(circles: Iterable[UUID]) -> frozenset[UUID]:
    """Which of these are spaces that do not rest. For background work: it asks with ids alone."""
    ready = Readiness.objects.filter(circle_id__in=set(circles)).order_by().values("circle_id")
    both = ready.annotate(count=Count("id")).filter(count=TWO)
    return frozenset(both.values_list("circle_id", flat=True))


def _hold(keyring: Keyring) -> UUID:
    couple = couple_of(keyring)
    if couple is None:
        raise NoSpace
    # Two presses at once come one after the other.
    Space.objects.select_for_update().get(pk=couple.circle)
    return couple.circle
