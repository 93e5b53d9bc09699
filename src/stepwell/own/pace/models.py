"""Rows of this room. Every word is sealed; in clear stands whose line it is, and nothing else."""

from uuid import uuid4

from django.db import models

from stepwell.ground.vault.api import SealedRow
from stepwell.own.pace import content


class Pace(SealedRow):
    """All that a person wrote of their own pace, in their own circle. One a person."""

    kind = content.PACE

    class Meta:
        constraints = [models.UniqueConstraint(fields=["circle_id"], name="pace_one_row")]


class Line(SealedRow):
    """A copy of one line, in the circle of two. Not shown and taken back are both: no row."""

    kind = content.LINE
    # By lot: the usual kind would tell the other when it was shown, and in what order.
    id = models.UUIDField(primary_key=True, default=uuid4, editable=False)
    person_id = models.UUIDField()

    class Meta:
        indexes = [models.Index(fields=["circle_id", "person_id"], name="pace_line_whose")]
