"""Rows of this room. Words, hands and states are sealed; in clear stand ids, and days for the limits."""

from uuid import uuid4

from django.db import models

from stepwell.ground.vault.api import SealedRow, new_id
from stepwell.together.agreements import content


class Draft(SealedRow):
    """A wording that its writer has not offered, in their own circle."""

    kind = content.DRAFT
    form_id = models.UUIDField()
    day = models.DateField()

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["circle_id", "form_id"], name="agreement_draft_once"),
        ]
        indexes = [models.Index(fields=["circle_id", "day"], name="agreement_draft_day")]


class Agreement(SealedRow):
    """One agreement, in the circle of two: where it is. Whoever changes it holds this row meanwhile."""

    kind = content.HEAD
    # By lot: it stands on the other's page, where an id of the usual kind would tell the very moment.
    id = models.UUIDField(primary_key=True, default=uuid4, editable=False)

    class Meta:
        indexes = [models.Index(fields=["circle_id"], name="agreement_circle")]


class Version(SealedRow):
    """One wording of an agreement, as it was offered. It is never written again."""

    kind = content.VERSION
    agreement_id = models.UUIDField()
    number = models.PositiveIntegerField()
    form_id = models.UUIDField()
    day = models.DateField()

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["circle_id", "form_id"], name="agreement_version_once"),
            models.UniqueConstraint(
                fields=["circle_id", "agreement_id", "number"], name="agreement_version_number"
            ),
        ]
        indexes = [models.Index(fields=["circle_id", "day"], name="agreement_version_day")]


class Withdrawal(models.Model):
    """A yes that was taken back while nothing could be sealed for the two: stepping back never waits.

    In clear for that reason. It goes when its person's next visit has sealed the same.
    """

    id = models.UUIDField(primary_key=True, default=new_id, editable=False)
    circle_id = models.UUIDField()
    agreement_id = models.UUIDField()
    person_id = models.UUIDField()

    class Meta:
        constraints = [
            models.UniqueConstraint(
                fields=["circle_id", "agreement_id", "person_id"], name="agreement_withdrawal_once"
            ),
        ]


class Pressure(SealedRow):
    """A word to oneself about a signature, in the own circle. The other never learns that there is one."""

    kind = content.PRESSURE
    form_id = models.UUIDField()
    day = models.DateField()

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["circle_id", "form_id"], name="agreement_pressure_once"),
        ]


class Sight(SealedRow):
    """One row a person: which offers they put out of their sight."""

    kind = content.SIGHT

    class Meta:
        constraints = [models.UniqueConstraint(fields=["circle_id"], name="agreement_sight_one_row")]
