"""One person's own leaf: words that do not count yet. With none, with one and with two it is one row of one
size, which goes a day after its owner's last visit."""

import secrets
from collections.abc import Callable
from uuid import UUID

from django.db import IntegrityError, transaction
from django.utils import timezone
from msgspec.structs import replace

from stepwell.ground.vault.api import Conflict, Keyring, read, write
from stepwell.together.consent.content import NOBODY, OwnV1, filled
from stepwell.together.consent.limits import A_DAY, full_hour
from stepwell.together.consent.models import Own

# The number of the row is in clear: it goes on by lot, and tells nothing of what was written when.
A_STEP = 16


def own_of(keyring: Keyring, circle: UUID) -> OwnV1:
    row = Own.objects.one(keyring, keyring.own)
    return _about(read(keyring, row) if row else OwnV1(), circle)


def _about(own: OwnV1, circle: UUID) -> OwnV1:
    """What was said about somebody else counts for nothing here."""
    return own if own.circle == circle else OwnV1(circle=circle)


def change_own(
    keyring: Keyring, circle: UUID, how: Callable[[OwnV1], OwnV1], *, visited: bool = True
) -> OwnV1:
    """Read, change, write as one step. At a visit it is written once an hour whatever comes of it; at any
    other moment only where a word is held or freed, so that the row tells of visits to this room alone."""
    for _ in range(5):
        try:
            with transaction.atomic():
                return _change_once(keyring, circle, how, visited=visited)
        except IntegrityError:  # another tab made the first row meanwhile
            continue
    raise Conflict


def _change_once(keyring: Keyring, circle: UUID, how: Callable[[OwnV1], OwnV1], *, visited: bool) -> OwnV1:
    row = Own.objects.hold(keyring, keyring.own)
    before: OwnV1 = read(keyring, row) if row else OwnV1()
    after = how(_about(before, circle))
    over = full_hour(timezone.now() + A_DAY)
    if _words(before) == _words(after) and (not visited or (row and row.over == over)):
        return after
    new = row is None
    row = row or Own(circle_id=keyring.own)
    row.over = over
    row.version += secrets.randbelow(A_STEP)
    write(keyring, row, filled(after))
    row.save(force_insert=new, force_update=not new)
    return after


def _words(own: OwnV1) -> OwnV1:
    """To compare: of no words at all it does not matter about whom."""
    return replace(own, filling="") if own.asked or own.yes else OwnV1()


def let_go(keyring: Keyring, circle: UUID) -> None:
    """Both words. The row stays as it is for everybody who was here."""
    change_own(keyring, circle, lambda own: replace(own, asked=None, yes=None))


def nobody(keyring: Keyring, *, visited: bool) -> None:
    """There is no space of two, or it rests: nothing that was said is meant any more."""
    change_own(keyring, NOBODY, lambda _own: OwnV1(), visited=visited)
