"""Rows of this room. Every word is sealed; in clear stand whose it is, the step, and the day."""

from uuid import uuid4

from django.db import models

from stepwell.ground.spaces.api import ShownRow
from stepwell.ground.vault.api import SealedRow
from stepwell.together.letters import content


class Letter(SealedRow):
    """One letter in its writer's own circle. `day` is the writer's calendar day when it was begun."""

    kind = content.LETTER
    day = models.DateField()
    form_id = models.UUIDField()

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["circle_id", "form_id"], name="letter_once_per_form"),
        ]
        indexes = [models.Index(fields=["circle_id", "day"], name="letter_day")]


class Sent(ShownRow):
    """Its copy in the circle of two. Taken back: no row."""

    kind = content.SENT
    # By lot: it stands on the other's page, where an id of the usual kind would tell the very moment.
    id = models.UUIDField(primary_key=True, default=uuid4, editable=False)

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["circle_id", "origin_id"], name="sent_once_per_letter"),
        ]
        indexes = [models.Index(fields=["circle_id", "day"], name="sent_day")]


class Said(SealedRow):
    """What was said to a letter, one row a step. It outlives the letter: it is the words of who said it."""

    kind = content.SAID
    id = models.UUIDField(primary_key=True, default=uuid4, editable=False)
    letter_id = models.UUIDField()
    person_id = models.UUIDField()
    step = models.PositiveSmallIntegerField()
    day = models.DateField()
    form_id = models.UUIDField()

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["circle_id", "form_id"], name="said_once_per_form"),
            models.UniqueConstraint(fields=["circle_id", "letter_id", "step"], name="said_one_a_step"),
        ]
        indexes = [models.Index(fields=["circle_id", "day"], name="said_day")]


class Aside(SealedRow):
    """One row a person: whose letters they do not want to see now. In their own circle."""

    kind = content.ASIDE

    class Meta:
        constraints = [models.UniqueConstraint(fields=["circle_id"], name="letter_aside_one_row")]
