"""What this room holds: a number for each space, and nothing that anybody wrote."""

from collections.abc import Mapping

from stepwell.ground.live.models import Moves
from stepwell.ground.privacy.api import Holding, Room
from stepwell.ground.vault.api import Keyring, seats

HOLDINGS = (
    Holding(
        "live.Moves",
        "how often something moved on live pages of a space: a number",
        "no: it is about nobody",
        "by whoever has the space last",
    ),
)


def _export(_keyring: Keyring) -> Mapping[str, object]:
    return {}


def _erase(keyring: Keyring) -> None:
    last = [circle for circle in keyring.circles if seats(keyring, circle) <= {keyring.person_id}]
    Moves.objects.filter(circle_id__in=last).delete()


ROOM = Room("live", HOLDINGS, _export, _erase)
