"""Rows of this room. Every word is sealed, and so is where a talk stands and whose turn it is."""

from uuid import uuid4

from django.db import models

from stepwell.ground.vault.api import SealedRow
from stepwell.together.dialogue import content


class Asking(SealedRow):
    """One asking a person: in the circle of two, or, where their own yes does not count yet, in their own."""

    kind = content.ASKING
    # By lot: it stands on the other's page, where an id of the usual kind would tell the very moment.
    id = models.UUIDField(primary_key=True, default=uuid4, editable=False)
    person_id = models.UUIDField()

    class Meta:
        constraints = [models.UniqueConstraint(fields=["circle_id", "person_id"], name="asking_one_each")]


class Talk(SealedRow):
    """One open talk for two. over: it has ended, and both want its words kept; otherwise there is no row."""

    kind = content.TALK
    id = models.UUIDField(primary_key=True, default=uuid4, editable=False)
    over = models.BooleanField(default=False)
    day = models.DateField()

    class Meta:
        constraints = [
            models.UniqueConstraint(
                fields=["circle_id"], condition=models.Q(over=False), name="talk_one_open"
            ),
        ]
        indexes = [models.Index(fields=["circle_id", "day"], name="talk_day")]


class Turn(SealedRow):
    """Something said in a talk, numbered in its order. Gone with the talk."""

    kind = content.TURN
    id = models.UUIDField(primary_key=True, default=uuid4, editable=False)
    talk_id = models.UUIDField()
    person_id = models.UUIDField()
    number = models.PositiveIntegerField()
    form_id = models.UUIDField()

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["circle_id", "form_id"], name="turn_once_per_form"),
            models.UniqueConstraint(fields=["circle_id", "talk_id", "number"], name="turn_in_order"),
        ]


class Unsaid(SealedRow):
    """One row a person, in their own circle: what is left over for their next turn."""

    kind = content.UNSAID

    class Meta:
        constraints = [models.UniqueConstraint(fields=["circle_id"], name="unsaid_one_row")]


class Taken(SealedRow):
    """What somebody took away: in their own circle, and, where they chose so, once more for both."""

    kind = content.TAKEN
    id = models.UUIDField(primary_key=True, default=uuid4, editable=False)
    origin_id = models.UUIDField()
    person_id = models.UUIDField()
    day = models.DateField()

    class Meta:
        constraints = [models.UniqueConstraint(fields=["circle_id", "origin_id"], name="taken_once")]
        indexes = [models.Index(fields=["circle_id", "day"], name="taken_day")]
