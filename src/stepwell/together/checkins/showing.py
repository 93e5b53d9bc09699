"""Showing a check-in to the other, part by part, and taking that back. To show is to seal a copy."""

from collections.abc import Iterable
from functools import reduce
from operator import or_
from uuid import UUID

from django.db import transaction
from django.db.models import QuerySet
from msgspec.structs import replace

from stepwell.ground.spaces.api import Couple
from stepwell.ground.vault.api import ChangedIdentity, Keyring, NoSeat, read, write
from stepwell.together.checkins.content import CheckInV1, SharedV1, chosen, in_order, is_blank
from stepwell.together.checkins.models import CheckIn, Shared


class NotNow(Exception):
    """There is nobody to show it to, the space rests, or the eight words have to be compared again first."""


def show(keyring: Keyring, check_in: UUID, parts: Iterable[str], couple: Couple | None) -> None:
    """Show exactly these parts. No parts at all is the same as withdrawing, which never needs anybody.

    Raises CheckIn.DoesNotExist, or NotNow with nothing changed.
    """
    asked = in_order(parts)
    mine = CheckIn.objects.within(keyring, keyring.own)
    mine.get(id=check_in)
    if not asked:
        withdraw(keyring, check_in)
        return
    if couple is None or couple.paused:
        raise NotNow
    with transaction.atomic():
        row = mine.select_for_update().get(id=check_in)
        kept = replace(read(keyring, row), shown=asked)
        write(keyring, row, kept)
        row.save()
        copy_into(keyring, row, kept, couple.circle)


def withdraw(keyring: Keyring, check_in: UUID) -> None:
    """Nobody else can open it from now on, here or in a space that was left. What was read stays read."""
    copies(keyring, check_in).delete()


def in_any_circle(keyring: Keyring) -> QuerySet[Shared]:
    """Copies in every circle that can be opened, also in those that were left."""
    return reduce(or_, (Shared.objects.within(keyring, circle) for circle in sorted(keyring.circles)))


def copies(keyring: Keyring, check_in: UUID) -> QuerySet[Shared]:
    """Every copy of it, also in spaces that were left: taking back needs no seat."""
    return in_any_circle(keyring).filter(origin_id=check_in, person_id=keyring.person_id)


def copy_into(keyring: Keyring, row: CheckIn, kept: CheckInV1, circle: UUID) -> None:
    """Seal what is shown of it into that circle, in place of an earlier copy, in the caller's transaction.

    Raises NotNow, with nothing written, when that circle cannot be written in at present.
    """
    mine = copies(keyring, row.id).filter(circle_id=circle)
    shared = mine.select_for_update().first()
    answers = chosen(kept.answers, kept.shown)
    # A copy without words would still tell that something was written that day.
    if is_blank(answers):
        mine.delete()
        return
    if shared is None:
        shared = Shared(circle_id=circle, origin_id=row.id, person_id=keyring.person_id, day=row.day)
    try:
        write(keyring, shared, SharedV1(answers=answers))
    except (NoSeat, ChangedIdentity):
        raise NotNow from None
    shared.save()


def follow(keyring: Keyring, row: CheckIn, kept: CheckInV1, couple: Couple | None) -> None:
    """After a correction: the copy for the two says what the check-in says now.

    Where that cannot be written the copy goes, so that what was corrected away is not read on.
    A copy in a space that was left stays as it was.
    """
    if couple is None or not copies(keyring, row.id).filter(circle_id=couple.circle).exists():
        return
    try:
        copy_into(keyring, row, kept, couple.circle)
    except NotNow:
        copies(keyring, row.id).filter(circle_id=couple.circle).delete()
