"""A calendar file that was kept, undone: as it was before it, except what its owner changed since."""

from datetime import datetime
from uuid import UUID

from django.db import transaction
from msgspec.structs import replace

from stepwell.ground.spaces.api import Couple
from stepwell.ground.vault.api import Keyring, read, write
from stepwell.together.calendar import feeding, writing
from stepwell.together.calendar.content import FormerV1, PlanV1
from stepwell.together.calendar.incoming import Known, drop, follow_off, known_by
from stepwell.together.calendar.models import Brought, Plan


def undo(keyring: Keyring, brought: UUID, *, couple: Couple | None, now: datetime) -> int:
    """As it was before that file. Gives how many plans stay, because their owner changed them since.

    Raises Brought.DoesNotExist.
    """
    stay = 0
    with transaction.atomic():
        row = Brought.objects.within(keyring, keyring.own).select_for_update().get(id=brought)
        for former in read(keyring, row).former:
            stay += not _undo_one(keyring, former, couple, now)
        row.delete()
    feeding.follow(keyring)
    return stay


def _undo_one(keyring: Keyring, former: FormerV1, couple: Couple | None, now: datetime) -> bool:
    try:
        row, plan = writing.held(keyring, former.id)
    except Plan.DoesNotExist:
        return former.plan is None or _bring_back(keyring, former.id, former.plan)
    if plan.revision != former.revision:
        return False
    if former.plan is None:
        drop(keyring, Known(row, plan), couple, now)
        return True
    before = former.plan
    by_hand = plan.off is not None and not plan.file_off
    off = plan.off if by_hand else before.off
    told = replace(plan, note=before.note, off=off, file_off=before.file_off)
    after = writing.changed(keyring, row, told, before.body, couple, now)
    after = follow_off(keyring, row, plan, after, couple, now)
    # Counted as before the file, so that an earlier file can be undone as well.
    writing.save(keyring, row, replace(after, revision=before.revision))
    return True


def _bring_back(keyring: Keyring, before: UUID, plan: PlanV1) -> bool:
    if known_by(keyring, [plan.uid]):
        return False
    row = writing.new_row(keyring, plan)
    row.id = before
    write(keyring, row, plan)
    row.save(force_insert=True)
    return True
