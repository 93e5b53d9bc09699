"""Rows of this room. What people wrote is sealed; in clear stand the day, and who is invited when."""

from uuid import uuid4

from django.db import models

from stepwell.ground.spaces.api import ShownRow
from stepwell.ground.vault.api import SealedRow, new_id
from stepwell.together.checkins import content
from stepwell.together.checkins.weekdays import EVERY_DAY


class CheckIn(SealedRow):
    """One check-in, in its owner's own circle. `day` is the owner's calendar day when it was kept."""

    kind = content.CHECK_IN
    person_id = models.UUIDField()
    day = models.DateField()
    form_id = models.UUIDField()

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["circle_id", "form_id"], name="checkin_once_per_form"),
        ]
        indexes = [models.Index(fields=["circle_id", "day"], name="checkin_day")]


class Shared(ShownRow):
    """A copy of the chosen parts, in the circle of two. Not sharing and withdrawing are both: no row."""

    kind = content.SHARED

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["circle_id", "origin_id"], name="shared_once_per_origin"),
        ]
        indexes = [models.Index(fields=["circle_id", "day"], name="shared_day")]


class OwnWords(SealedRow):
    """One row a person: the words they added to the lists."""

    kind = content.OWN_WORDS

    class Meta:
        constraints = [models.UniqueConstraint(fields=["circle_id"], name="own_words_one_row")]


class Habits(SealedRow):
    """One row a person: what they usually show, and which suggested times they put out of sight."""

    kind = content.HABITS

    class Meta:
        constraints = [models.UniqueConstraint(fields=["circle_id"], name="habits_one_row")]


class Times(models.Model):
    """Weekly times at which somebody likes to be invited, by the wall clock of each one's own zone.

    In clear, because background work has no keyring and has to know when.

    In an own circle it holds for `person_id`. In a circle of two `person_id` is empty, and it holds for both
    as long as both have a `Yes` on it.
    """

    # By lot: it stands on the other's page, where an id of the usual kind would tell the very moment.
    id = models.UUIDField(primary_key=True, default=uuid4, editable=False)
    circle_id = models.UUIDField()
    # Background work asks by person: it has no keyring, and so no circles.
    person_id = models.UUIDField(null=True, db_index=True)
    at = models.TimeField()
    weekdays = models.PositiveSmallIntegerField()
    made_by = models.UUIDField()

    class Meta:
        constraints = [
            models.CheckConstraint(
                condition=models.Q(weekdays__gte=1, weekdays__lte=EVERY_DAY), name="times_some_weekday"
            ),
        ]
        indexes = [models.Index(fields=["circle_id", "person_id"], name="times_circle")]


class Yes(models.Model):
    """One person's yes to suggested times. A no is not kept anywhere: it is the same as silence."""

    id = models.UUIDField(primary_key=True, default=new_id, editable=False)
    circle_id = models.UUIDField()
    times_id = models.UUIDField()
    # Found by person, for the same reason as times are.
    person_id = models.UUIDField(db_index=True)

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["circle_id", "times_id", "person_id"], name="yes_once"),
        ]
