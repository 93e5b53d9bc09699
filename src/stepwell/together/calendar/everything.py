"""All plans of one's own as one calendar file."""

from datetime import datetime

from stepwell.ground.vault.api import Keyring, read_many
from stepwell.together.calendar.content import PlanV1
from stepwell.together.calendar.ics.writing import Written, file_of
from stepwell.together.calendar.models import Plan


def written(plan: PlanV1, stamp: datetime) -> Written:
    return Written(plan.uid, plan.body, stamp, note=plan.note, off=plan.off is not None)


def everything(keyring: Keyring, stamp: datetime) -> bytes:
    rows = list(Plan.objects.within(keyring, keyring.own).order_by("id"))
    return file_of(written(plan, stamp) for plan in read_many(keyring, rows))
