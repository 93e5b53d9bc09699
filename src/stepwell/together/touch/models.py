"""Rows of this room. Every word is sealed. What two agree on for this time is gone when it ends."""

from uuid import uuid4

from django.db import models

from stepwell.ground.vault.api import SealedRow
from stepwell.together.touch import content


class Asking(SealedRow):
    """One asking a person: in the circle of two, or, where their own word does not count, in their own.

    over: the full hour after it has ended by itself; the clock deletes it then, without a key.
    """

    kind = content.ASKING
    # By lot: it stands on the other's page, where an id of the usual kind would tell the very moment.
    id = models.UUIDField(primary_key=True, default=uuid4, editable=False)
    person_id = models.UUIDField()
    over = models.DateTimeField()

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["circle_id", "person_id"], name="touch_asking_one_each")
        ]


class KeptBack(SealedRow):
    """A yes that does not count yet, in its owner's own circle."""

    kind = content.YES
    over = models.DateTimeField()

    class Meta:
        constraints = [models.UniqueConstraint(fields=["circle_id"], name="touch_kept_back_one_row")]


class Time(SealedRow):
    """What two agreed on for this time, and the session itself. At most one for two; gone when it ends."""

    kind = content.TIME
    id = models.UUIDField(primary_key=True, default=uuid4, editable=False)
    over = models.DateTimeField()

    class Meta:
        constraints = [models.UniqueConstraint(fields=["circle_id"], name="touch_time_one_row")]


class Place(SealedRow):
    """Which step two stand on, in the circle of two."""

    kind = content.PLACE
    id = models.UUIDField(primary_key=True, default=uuid4, editable=False)

    class Meta:
        constraints = [models.UniqueConstraint(fields=["circle_id"], name="touch_place_one_row")]


class Own(SealedRow):
    """One person's own answers, in their own circle, of one size for everybody."""

    kind = content.OWN

    class Meta:
        constraints = [models.UniqueConstraint(fields=["circle_id"], name="touch_own_one_row")]
