"""Rows of this room: one of each a person, sealed in their own circle. Nothing stands in clear."""

from django.db import models

from stepwell.ground.vault.api import SealedRow
from stepwell.own.understanding import content


class Watch(SealedRow):
    """What a person looks at more closely."""

    kind = content.WATCH

    class Meta:
        constraints = [models.UniqueConstraint(fields=["circle_id"], name="watch_one_row")]


class Found(SealedRow):
    """What the days said when their owner last looked. It can be computed again, and so may go."""

    kind = content.FOUND

    class Meta:
        constraints = [models.UniqueConstraint(fields=["circle_id"], name="found_one_row")]


class Away(SealedRow):
    """Findings that a person has put away, until they bring them back."""

    kind = content.AWAY

    class Meta:
        constraints = [models.UniqueConstraint(fields=["circle_id"], name="away_one_row")]
