"""Rows of this room. In clear stand whose they are and who said yes; days, hours and words are sealed."""

from uuid import uuid4

from django.db import models

from stepwell.ground.vault.api import SealedRow, new_id
from stepwell.together.calendar import content


class Plan(SealedRow):
    """A plan of one person, in their own circle.

    month: a keyed hash that finds plans of a month without saying which month it is (see shelves.py).
    uid: a keyed hash of the name that a calendar file gives it. form_id: empty where it came with a file.
    """

    kind = content.PLAN
    month = models.BinaryField(max_length=32)
    uid = models.BinaryField(max_length=32)
    form_id = models.UUIDField(null=True)

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["circle_id", "form_id"], name="plan_once_per_form"),
            models.UniqueConstraint(fields=["circle_id", "uid"], name="plan_once_per_uid"),
        ]
        indexes = [models.Index(fields=["circle_id", "month"], name="plan_month")]


class Shown(SealedRow):
    """A copy of the chosen parts, in the circle of two. Not showing and taking back are both: no row."""

    kind = content.SHOWN
    # By lot: it stands on the other's page, where an id of the usual kind would tell the very moment.
    id = models.UUIDField(primary_key=True, default=uuid4, editable=False)
    origin_id = models.UUIDField()
    person_id = models.UUIDField()
    month = models.BinaryField(max_length=32)

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["circle_id", "origin_id"], name="shown_plan_once"),
        ]
        indexes = [models.Index(fields=["circle_id", "month"], name="shown_plan_month")]


class Ritual(SealedRow):
    """Something two do again and again, in the circle of two. It holds as long as both have a yes on it."""

    kind = content.RITUAL
    id = models.UUIDField(primary_key=True, default=uuid4, editable=False)
    made_by = models.UUIDField()
    form_id = models.UUIDField()

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["circle_id", "made_by", "form_id"], name="ritual_once_per_form"),
        ]


class RitualYes(models.Model):
    """One person's yes to a ritual. A no is not kept anywhere: it is the same as silence."""

    id = models.UUIDField(primary_key=True, default=uuid4, editable=False)
    circle_id = models.UUIDField()
    ritual_id = models.UUIDField()
    person_id = models.UUIDField()

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["circle_id", "ritual_id", "person_id"], name="ritual_yes_once"),
        ]


class Incoming(SealedRow):
    """One row a person: a calendar file that was read and waits for a word."""

    kind = content.INCOMING

    class Meta:
        constraints = [models.UniqueConstraint(fields=["circle_id"], name="incoming_one_row")]


class Brought(SealedRow):
    """A calendar file that was kept, and what it takes to undo that."""

    kind = content.BROUGHT

    class Meta:
        indexes = [models.Index(fields=["circle_id", "id"], name="brought_newest")]


class FeedLink(SealedRow):
    """One row a person: the secret of the calendar address that carries their busy times."""

    kind = content.FEED

    class Meta:
        constraints = [models.UniqueConstraint(fields=["circle_id"], name="feed_link_one_row")]


class Busy(models.Model):
    """Busy times without words, closed with the address itself: whoever holds the database opens nothing."""

    id = models.UUIDField(primary_key=True, default=new_id, editable=False)
    person_id = models.UUIDField(unique=True)
    closed = models.BinaryField()


class OutOfSight(SealedRow):
    """One row a person: suggested rituals they want out of sight."""

    kind = content.ASIDE

    class Meta:
        constraints = [models.UniqueConstraint(fields=["circle_id"], name="out_of_sight_one_row")]
