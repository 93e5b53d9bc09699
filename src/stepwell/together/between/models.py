"""Rows of this room. Everything in them is sealed and of one size; nothing in clear tells who said what."""

from uuid import uuid4

from django.db import models

from stepwell.ground.vault.api import SealedRow
from stepwell.together.between import content


class Choice(SealedRow):
    """One row a person: what they would lay beside the other's, in their own circle."""

    kind = content.CHOICE

    class Meta:
        constraints = [models.UniqueConstraint(fields=["circle_id"], name="between_choice_one_row")]


class Both(SealedRow):
    """One row a space: what of each one's choice may count. It is written with every choice that is kept,
    also where nothing in it changes, and nobody is shown what only one chose."""

    kind = content.BOTH
    id = models.UUIDField(primary_key=True, default=uuid4, editable=False)

    class Meta:
        constraints = [models.UniqueConstraint(fields=["circle_id"], name="between_both_one_row")]


class Found(SealedRow):
    """What the days of two said when one of them last looked. It can be computed again, and so may go."""

    kind = content.FOUND
    id = models.UUIDField(primary_key=True, default=uuid4, editable=False)

    class Meta:
        constraints = [models.UniqueConstraint(fields=["circle_id"], name="between_found_one_row")]
