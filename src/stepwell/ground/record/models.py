"""The events of each circle, in one unbroken row of numbers, and who may write the next one."""

from uuid import uuid4

from django.db import models

from stepwell.ground.record.content import EVENT
from stepwell.ground.vault.api import SealedRow


class Event(SealedRow):
    """One event. `h` is in clear, so that the next can follow: without the sealed key of its words it tells
    nothing."""

    kind = EVENT
    # By lot: the hour stands in the event itself, where both may read it.
    id = models.UUIDField(primary_key=True, default=uuid4, editable=False)
    i = models.PositiveIntegerField()
    h = models.BinaryField(max_length=32)

    class Meta:
        constraints = [models.UniqueConstraint(fields=["circle_id", "i"], name="record_one_event_a_number")]


class Pen(models.Model):
    """One row a circle: whoever holds it writes, and everybody else waits."""

    circle_id = models.UUIDField(primary_key=True)
