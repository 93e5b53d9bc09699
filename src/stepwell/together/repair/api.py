"""The door of the plan for storms."""

from django.urls import reverse

from stepwell.ground.people.api import today_of
from stepwell.ground.vault.api import Keyring
from stepwell.together.repair.errors import NoRoom
from stepwell.together.repair.keeping import Lines, add_line

__all__ = ["NoRoom", "propose_line"]


def propose_line(keyring: Keyring, text: str, *, where: Lines = "helps") -> str:
    """Put one line below those this person keeps for themselves; nobody else sees it before they put it
    forward. The same line is added once. Gives the address where it stands. Raises NoRoom, Locked."""
    add_line(keyring, text, where=where, today=today_of(keyring.person_id))
    return reverse("repair:mine")
