"""Rows of this room. Every word is sealed; in clear stand whose it is, and days."""

from uuid import uuid4

from django.db import models

from stepwell.ground.vault.api import SealedRow
from stepwell.together.promises import content


class Promise(SealedRow):
    """One promise, in the circle of two or in its maker's own.

    `day` is when it was made; `last_day` the last one it can fall on; `ended_on` is set where its maker
    stopped making it. All are the maker's calendar days.
    """

    kind = content.PROMISE
    # By lot: it stands on the other's page, where an id of the usual kind would tell the very moment.
    id = models.UUIDField(primary_key=True, default=uuid4, editable=False)
    person_id = models.UUIDField()
    day = models.DateField()
    last_day = models.DateField()
    # In clear, so that stepping back goes through also while nothing can be sealed for the two.
    ended_on = models.DateField(null=True)
    form_id = models.UUIDField()

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["circle_id", "form_id"], name="promise_once_per_form"),
        ]
        indexes = [
            models.Index(fields=["circle_id", "last_day"], name="promise_last_day"),
            models.Index(fields=["circle_id", "day"], name="promise_made"),
        ]


class Word(SealedRow):
    """What its maker said of one of its days. Silence is no row, and nothing is made of it.

    `day` is the promised day, `said_on` the day of the word. Rows are only added, but for the day on which a
    word was said: then it is put right in its place, and the record keeps both.
    """

    kind = content.WORD
    id = models.UUIDField(primary_key=True, default=uuid4, editable=False)
    person_id = models.UUIDField()
    promise_id = models.UUIDField()
    number = models.PositiveIntegerField()
    day = models.DateField()
    said_on = models.DateField()
    form_id = models.UUIDField()

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["circle_id", "form_id"], name="word_once_per_form"),
            models.UniqueConstraint(fields=["circle_id", "promise_id", "number"], name="word_in_order"),
        ]
        indexes = [models.Index(fields=["circle_id", "day"], name="word_day")]


class Note(SealedRow):
    """A private note beside a promise, in the circle of who wrote it."""

    kind = content.NOTE
    promise_id = models.UUIDField()
    day = models.DateField()
    form_id = models.UUIDField()

    class Meta:
        constraints = [models.UniqueConstraint(fields=["circle_id", "form_id"], name="note_once_per_form")]
        indexes = [models.Index(fields=["circle_id", "promise_id"], name="note_promise")]
