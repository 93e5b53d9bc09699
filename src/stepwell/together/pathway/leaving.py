"""What becomes of the landing when the space rests, or when somebody leaves it."""

from uuid import UUID

from stepwell.ground.vault.api import Keyring, read
from stepwell.together.pathway.models import Place
from stepwell.together.pathway.place import choice_of, stand_on
from stepwell.together.pathway.ready import end_readiness


def space_rests(keyring: Keyring, circle: UUID) -> None:
    end_readiness(keyring, circle)


def somebody_leaves(keyring: Keyring, circle: UUID, _take_back: bool) -> None:
    """Each goes on alone from where they were: who leaves takes it along, who stays can still read it.

    There is nothing in it to take back: whose word made a step is kept nowhere.
    """
    ours = Place.objects.one(keyring, circle)
    if ours is not None and not choice_of(keyring):
        stand_on(keyring, read(keyring, ours).landing)
    end_readiness(keyring, circle)
