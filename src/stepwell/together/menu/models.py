"""Rows of this room. Every word and mark is sealed, and each kind of row has one size for everybody."""

from uuid import uuid4

from django.db import models

from stepwell.ground.vault.api import SealedRow
from stepwell.together.menu import content


class Sheet(SealedRow):
    """A person's own list, in their own circle. One a person."""

    kind = content.SHEET

    class Meta:
        constraints = [models.UniqueConstraint(fields=["circle_id"], name="menu_sheet_one_row")]


class Asked(SealedRow):
    """One person's word for a round, in the circle of two, with their points. Gone with the round.

    part: "begun" or "answered", and of which round; empty while no points of theirs are there.
    """

    kind = content.ASKED
    id = models.UUIDField(primary_key=True, default=uuid4, editable=False)
    person_id = models.UUIDField()
    round = models.UUIDField(null=True)
    part = models.CharField(max_length=8, blank=True, default="")

    class Meta:
        constraints = [models.UniqueConstraint(fields=["circle_id", "person_id"], name="menu_asked_one_each")]


class Secret(SealedRow):
    """What opens the outcome of a round that this person began. In their own circle; gone with the round."""

    kind = content.SECRET

    class Meta:
        constraints = [models.UniqueConstraint(fields=["circle_id"], name="menu_secret_one_row")]


class Both(SealedRow):
    """What both welcome, in the circle of two. One row, written anew by each round."""

    kind = content.BOTH

    class Meta:
        constraints = [models.UniqueConstraint(fields=["circle_id"], name="menu_both_one_row")]
