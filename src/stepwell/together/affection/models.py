"""Rows of this room. What people wrote is sealed; in clear stands whose it is. Ids are by lot."""

from uuid import uuid4

from django.db import models

from stepwell.ground.vault.api import SealedRow
from stepwell.together.affection import content


class Own(SealedRow):
    """A person's own list, and notes they let go of for themselves, in their own circle. One a person."""

    kind = content.OWN

    class Meta:
        constraints = [models.UniqueConstraint(fields=["circle_id"], name="affection_own_one_row")]


class Word(SealedRow):
    """One person's word that notes are welcome, in the circle of two. Not said and taken back are: no row."""

    kind = content.WORD
    id = models.UUIDField(primary_key=True, default=uuid4, editable=False)
    person_id = models.UUIDField()

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["circle_id", "person_id"], name="affection_word_one_each")
        ]


class Note(SealedRow):
    """A note, in the circle of two. Whether it was read is nowhere."""

    kind = content.NOTE
    id = models.UUIDField(primary_key=True, default=uuid4, editable=False)
    person_id = models.UUIDField()
    form_id = models.UUIDField()

    class Meta:
        constraints = [
            models.UniqueConstraint(
                fields=["circle_id", "person_id", "form_id"], name="affection_note_once_per_form"
            )
        ]
