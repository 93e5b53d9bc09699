"""Showing a plan to the other, part by part, and taking that back. To show is to seal a copy."""

from collections.abc import Iterable
from datetime import datetime
from uuid import UUID

from django.db import transaction
from django.db.models import QuerySet
from django.utils import timezone

from stepwell.ground.spaces.api import Couple, NotNow, is_ready, open_space, sealing_for_two
from stepwell.ground.vault.api import Keyring, read, read_many, write
from stepwell.together.calendar.changing import as_shown
from stepwell.together.calendar.content import PlanV1, ShownV1, in_order
from stepwell.together.calendar.models import Plan, Shown
from stepwell.together.calendar.shelves import shelf

AT_ONCE = 500


def show(keyring: Keyring, plan: UUID, parts: Iterable[str], couple: Couple | None, now: datetime) -> None:
    """Show the day, the start and these parts. Raises Plan.DoesNotExist, or NotNow with nothing changed."""
    own = Plan.objects.within(keyring, keyring.own)
    own.get(id=plan)
    with transaction.atomic():
        row = own.select_for_update().get(id=plan)
        kept = copy_into(keyring, row, read(keyring, row), parts, couple, now)
        write(keyring, row, kept)
        row.save()


def withdraw(keyring: Keyring, plan: UUID) -> None:
    """Nobody else can open it from now on, here or in a space that was left. What was read stays read."""
    copies(keyring, plan).delete()


def copies(keyring: Keyring, plan: UUID) -> QuerySet[Shown]:
    """Every copy of it, also in spaces that were left: taking back needs no seat."""
    return Shown.objects.readable(keyring).filter(origin_id=plan, person_id=keyring.person_id)


def is_shown(keyring: Keyring, plan: UUID, couple: Couple | None) -> bool:
    return couple is not None and copies(keyring, plan).filter(circle_id=couple.circle).exists()


def copy_into(
    keyring: Keyring,
    row: Plan,
    kept: PlanV1,
    parts: Iterable[str],
    couple: Couple | None,
    now: datetime,
) -> PlanV1:
    """Seal the parts for the two, in place of an earlier copy, in the caller's transaction.

    Gives the plan with what was now told; the caller writes it. Raises NotNow, with nothing written.
    """
    couple = open_space(couple)
    return _seal(keyring, row, *as_shown(kept, parts, now), couple.circle)


def _seal(keyring: Keyring, row: Plan, kept: PlanV1, shown: ShownV1, circle: UUID) -> PlanV1:
    mine = Shown.objects.within(keyring, circle).filter(origin_id=row.id, person_id=keyring.person_id)
    copy = mine.select_for_update().first()
    if copy is None:
        copy = Shown(circle_id=circle, origin_id=row.id, person_id=keyring.person_id)
    elif read(keyring, copy) == shown:
        return kept
    copy.month = shelf(circle, shown.body)
    with sealing_for_two():
        write(keyring, copy, shown)
    copy.save()
    return kept


def follow(keyring: Keyring, row: Plan, kept: PlanV1, couple: Couple | None, now: datetime) -> PlanV1:
    """After a change: the copy for the two says what the plan says now, and what stood there before.

    While the space rests nothing new is sealed for the two: `catch_up` does it when the owner is ready to go
    on. A copy in a space that was left stays as it was.
    """
    if couple is None or not is_shown(keyring, row.id, couple):
        return kept
    if couple.paused and not is_ready(keyring):
        return kept
    return _say_now(keyring, row, kept, couple.circle, now)


def catch_up(keyring: Keyring, circle: UUID) -> None:
    """Every copy of this person in that circle says what its plan says now. Nothing else is written."""
    now = timezone.now()
    mine = Shown.objects.within(keyring, circle).filter(person_id=keyring.person_id).order_by("id")
    origins = list(mine.values_list("origin_id", flat=True))
    own = Plan.objects.within(keyring, keyring.own)
    for start in range(0, len(origins), AT_ONCE):
        rows = list(own.filter(id__in=origins[start : start + AT_ONCE]))
        for row, kept in zip(rows, read_many(keyring, rows), strict=True):
            after = _say_now(keyring, row, kept, circle, now)
            if after != kept:
                write(keyring, row, after)
                row.save()


def _say_now(keyring: Keyring, row: Plan, kept: PlanV1, circle: UUID, now: datetime) -> PlanV1:
    """Where it cannot be written the copy goes, so that what was changed is not read on as it was."""
    try:
        return _seal(keyring, row, *as_shown(kept, in_order(kept.shown), now), circle)
    except NotNow:
        copies(keyring, row.id).filter(circle_id=circle).delete()
        return kept
