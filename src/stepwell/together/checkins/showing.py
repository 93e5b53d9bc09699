"""Showing a check-in to the other, part by part, and taking that back. To show is to seal a copy."""

from collections.abc import Iterable
from typing import Literal
from uuid import UUID

from django.db import transaction
from django.db.models import QuerySet
from msgspec.structs import replace

from stepwell.ground.spaces.api import Couple, is_ready
from stepwell.ground.vault.api import ChangedIdentity, Keyring, NoSeat, read, read_many, write
from stepwell.together.between import api as between
from stepwell.together.checkins.content import CheckInV1, SharedV1, chosen, in_order, is_blank
from stepwell.together.checkins.models import CheckIn, Shared

AT_ONCE = 500

Why = Literal["over", "rests", "words"]


class NotNow(Exception):
    """Nothing is shown. why: there is nobody to show it to, the space rests, or the eight words have to be
    compared again first."""

    def __init__(self, why: Why) -> None:
        super().__init__(why)
        self.why = why


def show(keyring: Keyring, check_in: UUID, parts: Iterable[str], couple: Couple | None) -> None:
    """Show exactly these parts, at least one. Raises CheckIn.DoesNotExist, or NotNow with nothing changed."""
    asked = in_order(parts)
    if not asked:
        raise ValueError("to show nothing is to withdraw")
    mine = CheckIn.objects.within(keyring, keyring.own)
    mine.get(id=check_in)
    if couple is None or couple.paused:
        raise NotNow("rests" if couple else "over")
    with transaction.atomic():
        row = mine.select_for_update().get(id=check_in)
        kept = replace(read(keyring, row), shown=asked)
        write(keyring, row, kept)
        row.save()
        copy_into(keyring, row, kept, couple.circle)


def withdraw(keyring: Keyring, check_in: UUID) -> None:
    """Nobody else can open it from now on, here or in a space that was left. What was read stays read."""
    copies(keyring, check_in).delete()
    between.drop(keyring)


def copies(keyring: Keyring, check_in: UUID) -> QuerySet[Shared]:
    """Every copy of it, also in spaces that were left: taking back needs no seat."""
    return Shared.objects.readable(keyring).filter(origin_id=check_in, person_id=keyring.person_id)


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
        between.drop(keyring, circle)
        return
    if shared is None:
        shared = Shared(circle_id=circle, origin_id=row.id, person_id=keyring.person_id, day=row.day)
    try:
        write(keyring, shared, SharedV1(answers=answers))
    except (NoSeat, ChangedIdentity):
        raise NotNow("words") from None
    shared.save()


def follow(keyring: Keyring, row: CheckIn, kept: CheckInV1, couple: Couple | None) -> None:
    """After a correction: the copy for the two says what the check-in says now.

    While the space rests nothing new is sealed for the two: `catch_up` does it when the owner is ready to go
    on, and after that again at once, since nobody reads it before both are. A copy in a space that was left
    stays as it was.
    """
    if couple is None or not copies(keyring, row.id).filter(circle_id=couple.circle).exists():
        return
    if not couple.paused or is_ready(keyring):
        _say_now(keyring, row, kept, couple.circle)


def catch_up(keyring: Keyring, circle: UUID) -> None:
    """Every copy of this person in that circle says what its check-in says now. Nothing else is written."""
    mine = Shared.objects.within(keyring, circle).filter(person_id=keyring.person_id).order_by("id")
    own = CheckIn.objects.within(keyring, keyring.own)
    # By the last id, not by counting: a copy that cannot be written goes on the way.
    last = UUID(int=0)
    while some := list(mine.filter(id__gt=last)[:AT_ONCE]):
        last = some[-1].id
        rows = list(own.filter(id__in=[copy.origin_id for copy in some]))
        kept = {row.id: (row, said) for row, said in zip(rows, read_many(keyring, rows), strict=True)}
        for copy, shown in zip(some, read_many(keyring, some), strict=True):
            row, said = kept[copy.origin_id]
            if shown.answers != chosen(said.answers, said.shown):
                _say_now(keyring, row, said, circle)


def _say_now(keyring: Keyring, row: CheckIn, kept: CheckInV1, circle: UUID) -> None:
    """Where it cannot be written the copy goes, so that what was corrected away is not read on."""
    try:
        copy_into(keyring, row, kept, circle)
    except NotNow:
        copies(keyring, row.id).filter(circle_id=circle).delete()
        between.drop(keyring, circle)
