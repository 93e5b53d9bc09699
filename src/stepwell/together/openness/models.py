"""Rows of this room. Every word, every yes and every answer is sealed."""

from uuid import uuid4

from django.db import models

from stepwell.ground.vault.api import SealedRow
from stepwell.together.openness import content


class Leaf(SealedRow):
    """How deep somebody goes, and prompts of their own. In their own circle, one a person."""

    kind = content.LEAF

    class Meta:
        constraints = [models.UniqueConstraint(fields=["circle_id"], name="openness_leaf_one_row")]


class Opening(SealedRow):
    """What one would like the other to hear. In the circle of two; its number tells no time.

    told: it has been told, and each may still say how it was. One that is not told stands for each person.
    """

    kind = content.OPENING
    id = models.UUIDField(primary_key=True, default=uuid4, editable=False)
    person_id = models.UUIDField()
    told = models.BooleanField(default=False)

    class Meta:
        constraints = [
            models.UniqueConstraint(
                fields=["circle_id", "person_id"],
                condition=models.Q(told=False),
                name="openness_opening_one_each",
            )
        ]


class After(SealedRow):
    """How it was for one person. In their own circle."""

    kind = content.AFTER

    class Meta:
        indexes = [models.Index(fields=["circle_id"], name="openness_after_circle")]
