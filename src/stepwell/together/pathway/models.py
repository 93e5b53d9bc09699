"""Rows of this room. Everything in them is sealed; nothing in clear tells who said what."""

from django.db import models

from stepwell.ground.vault.api import SealedRow
from stepwell.together.pathway import content


class Place(SealedRow):
    """Where somebody stands, in their own circle; or two, in theirs. One row a circle.

    A not-yet, a no, a silence and a word that was held back write nothing here.
    """

    kind = content.PLACE

    class Meta:
        constraints = [models.UniqueConstraint(fields=["circle_id"], name="place_one_row")]


class Answers(SealedRow):
    """One time that somebody asked themselves, in their own circle. `day`: so many fit in one."""

    kind = content.ANSWERS
    day = models.DateField()
    form_id = models.UUIDField()

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["circle_id", "form_id"], name="landing_answers_once_per_form")
        ]
        indexes = [models.Index(fields=["circle_id", "day"], name="landing_answers_day")]
