"""Rows of this room. Every word is sealed; in clear stand whose it is, and the day."""

from uuid import uuid4

from django.db import models

from stepwell.ground.spaces.api import ShownRow
from stepwell.ground.vault.api import SealedRow
from stepwell.together.questions import content


class Question(SealedRow):
    """One question in its owner's own circle. `day` is the owner's calendar day when it was written."""

    kind = content.QUESTION
    day = models.DateField()
    form_id = models.UUIDField()

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["circle_id", "form_id"], name="question_once_per_form"),
        ]
        indexes = [models.Index(fields=["circle_id", "day"], name="question_day")]


class Put(ShownRow):
    """Its copy in the circle of two. Taken back before an answer: no row."""

    kind = content.PUT
    # By lot: it stands on the other's page, where an id of the usual kind would tell the very moment.
    id = models.UUIDField(primary_key=True, default=uuid4, editable=False)

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["circle_id", "origin_id"], name="put_once_per_question"),
        ]
        indexes = [models.Index(fields=["circle_id", "day"], name="put_day")]


class Reply(SealedRow):
    """What the other said to it. Rows are only added: what was said before stands beside what was added."""

    kind = content.ANSWER
    id = models.UUIDField(primary_key=True, default=uuid4, editable=False)
    put_id = models.UUIDField()
    person_id = models.UUIDField()
    number = models.PositiveSmallIntegerField()
    day = models.DateField()
    form_id = models.UUIDField()

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["circle_id", "form_id"], name="reply_once_per_form"),
            models.UniqueConstraint(fields=["circle_id", "put_id", "number"], name="reply_in_order"),
        ]
        indexes = [models.Index(fields=["circle_id", "day"], name="reply_day")]


class When(SealedRow):
    """The day that was named for an answer. A no, a not-now and a silence are all: no row."""

    kind = content.WHEN
    id = models.UUIDField(primary_key=True, default=uuid4, editable=False)
    put_id = models.UUIDField()
    person_id = models.UUIDField()

    class Meta:
        constraints = [models.UniqueConstraint(fields=["circle_id", "put_id"], name="when_once_per_put")]


class Aside(SealedRow):
    """One row a person: whose questions they do not want to see now. In their own circle."""

    kind = content.ASIDE

    class Meta:
        constraints = [models.UniqueConstraint(fields=["circle_id"], name="aside_one_row")]
