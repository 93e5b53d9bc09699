"""Rows of this room. Every word is sealed; in clear stand whose it is, and numbers of versions.

What only takes away deletes a row or raises a number: it works also where nothing can be sealed for the two.
"""

from uuid import uuid4

from django.db import models

from stepwell.ground.vault.api import SealedRow
from stepwell.together.repair import content


class Own(SealedRow):
    """One row a person: their own part, in their own circle."""

    kind = content.OWN

    class Meta:
        constraints = [models.UniqueConstraint(fields=["circle_id"], name="repair_own_one_row")]


class Plan(SealedRow):
    """One row a space, held by whoever changes anything. last: the newest number that was given.
    over: versions up to this number are in force no more."""

    kind = content.HEAD
    id = models.UUIDField(primary_key=True, default=uuid4, editable=False)
    last = models.PositiveIntegerField(default=0)
    over = models.PositiveIntegerField(default=0)

    class Meta:
        constraints = [models.UniqueConstraint(fields=["circle_id"], name="repair_plan_one_row")]


class Side(SealedRow):
    """A part that was put forward; at most one a person. number: of the version that it made."""

    kind = content.SIDE
    id = models.UUIDField(primary_key=True, default=uuid4, editable=False)
    person_id = models.UUIDField()
    number = models.PositiveIntegerField()

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["circle_id", "person_id"], name="repair_side_one_each"),
        ]


class Hand(SealedRow):
    """A signature under the version of this number, until both have signed."""

    kind = content.HAND
    id = models.UUIDField(primary_key=True, default=uuid4, editable=False)
    person_id = models.UUIDField()
    number = models.PositiveIntegerField()

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["circle_id", "person_id"], name="repair_hand_one_each"),
        ]
