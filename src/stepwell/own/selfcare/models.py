"""Rows of this room, all in their owner's own circle. In clear stands the day, and nothing else."""

from django.db import models

from stepwell.ground.vault.api import SealedRow
from stepwell.own.selfcare import content


class Gauge(SealedRow):
    """How somebody was, kept because they pressed keep."""

    kind = content.GAUGE
    day = models.DateField()
    form_id = models.UUIDField()

    class Meta:
        constraints = [models.UniqueConstraint(fields=["circle_id", "form_id"], name="gauge_once_per_form")]
        indexes = [models.Index(fields=["circle_id", "day"], name="gauge_day")]


class After(SealedRow):
    """What somebody kept after a practice. Which practice it was is sealed."""

    kind = content.AFTER
    day = models.DateField()
    form_id = models.UUIDField()

    class Meta:
        constraints = [models.UniqueConstraint(fields=["circle_id", "form_id"], name="after_once_per_form")]
        indexes = [models.Index(fields=["circle_id", "day"], name="after_day")]


class Day(SealedRow):
    """The numbers that somebody wrote for one day of theirs. A day without any has no row."""

    kind = content.DAY
    day = models.DateField()

    class Meta:
        constraints = [models.UniqueConstraint(fields=["circle_id", "day"], name="numbers_once_a_day")]


class Following(SealedRow):
    """One row a person: which signs they follow, and what they call them."""

    kind = content.FOLLOWING

    class Meta:
        constraints = [models.UniqueConstraint(fields=["circle_id"], name="following_one_row")]
