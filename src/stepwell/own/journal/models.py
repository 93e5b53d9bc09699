"""Rows of this room. What people wrote is sealed; in clear stands the day alone."""

from uuid import uuid4

from django.db import models

from stepwell.ground.spaces.api import ShownRow
from stepwell.ground.vault.api import SealedRow
from stepwell.own.journal import content


class Entry(SealedRow):
    """One entry, in its owner's own circle. `day` is the day it tells of, `made_on` the day it was kept."""

    kind = content.ENTRY
    day = models.DateField()
    made_on = models.DateField()
    form_id = models.UUIDField()

    class Meta:
        constraints = [models.UniqueConstraint(fields=["circle_id", "form_id"], name="entry_once_per_form")]
        indexes = [
            models.Index(fields=["circle_id", "day"], name="entry_day"),
            models.Index(fields=["circle_id", "made_on"], name="entry_made_on"),
        ]


class Shared(ShownRow):
    """A copy of the chosen parts, in the circle of two. Not shown and taken back are both: no row."""

    kind = content.SHARED
    # By lot: the other's page is drawn in this order, and the usual kind would tell when it was shown.
    id = models.UUIDField(primary_key=True, default=uuid4, editable=False)

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["circle_id", "origin_id"], name="journal_shared_once"),
        ]
        indexes = [models.Index(fields=["circle_id", "day"], name="journal_shared_day")]


class Habits(SealedRow):
    """One row a person: words they came to use, and prompts they do not want."""

    kind = content.HABITS

    class Meta:
        constraints = [models.UniqueConstraint(fields=["circle_id"], name="journal_habits_one_row")]
