"""Rows of this room. Every word is sealed, and every row goes by itself within a day or so."""

from uuid import uuid4

from django.db import models

from stepwell.ground.vault.api import SealedRow
from stepwell.together.consent import content


class Asking(SealedRow):
    """One asking a person, in the circle of two: one that counts.

    over: the full hour after it has ended by itself; the clock deletes it then, without a key.
    """

    kind = content.ASKING
    # By lot: it stands on the other's page, where an id of the usual kind would tell the very moment.
    id = models.UUIDField(primary_key=True, default=uuid4, editable=False)
    person_id = models.UUIDField()
    over = models.DateTimeField()

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["circle_id", "person_id"], name="consent_asking_one_each")
        ]


class Consent(SealedRow):
    """What two said yes to, for this time. At most one for two; gone when it ends."""

    kind = content.CONSENT
    id = models.UUIDField(primary_key=True, default=uuid4, editable=False)
    over = models.DateTimeField()

    class Meta:
        constraints = [models.UniqueConstraint(fields=["circle_id"], name="consent_consent_one_row")]


class Own(SealedRow):
    """One person's words that do not count yet, in their own circle: of one size, with or without any.

    over: a day after they were last in this room, whatever they did there.
    """

    kind = content.OWN
    over = models.DateTimeField()

    class Meta:
        constraints = [models.UniqueConstraint(fields=["circle_id"], name="consent_own_one_row")]
