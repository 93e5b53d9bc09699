"""One table: the leaf that everybody has from the first day they open the program."""

from django.db import models

from stepwell.ground.vault.api import SealedRow
from stepwell.own.safety import content


class Leaf(SealedRow):
    """One row a person, of one size. Its number says which day it was last turned, and a draw by lot."""

    kind = content.LEAF

    class Meta:
        constraints = [models.UniqueConstraint(fields=["circle_id"], name="safety_one_leaf")]
