"""What the vault holds about a person, and how it is given out and erased."""

from collections.abc import Mapping
from uuid import UUID

from django.utils.translation import gettext as _

from stepwell.ground.privacy.api import Holding, Room
from stepwell.ground.vault.accounts import erase
from stepwell.ground.vault.keyring import Keyring

_SEALED = "nothing readable: keys closed by the person's own password and code"
_KEYS = "no: a key is not a record about somebody, and whoever held the export could open everything"

HOLDINGS = (
    Holding(
        "vault.Root", _SEALED, _KEYS, "deleted; what was sealed to the person alone is noise from then on"
    ),
    Holding("vault.Identity", "a public key, and sealed keys and pins", _KEYS, "deleted"),
    Holding(
        "vault.Epoch",
        "who had a seat in a circle, and when the seats changed in which order",
        "circles",
        "deleted with the last seat; until then ids and public keys stay for whoever else has one",
    ),
    Holding("vault.HeldKey", "which circles a person can open", "circles", "deleted"),
    Holding("vault.Lock", "that there is a second passphrase", _KEYS, "deleted"),
    Holding("vault.State", "sealed; the room that keeps it says what", "by that room", "deleted"),
)


def export(keyring: Keyring) -> Mapping[str, object]:
    """The circles of this person; the rows in them come from the rooms that keep them.

    No ids, which tell moments of others, and no count of keys: that grows at a visit of whoever stayed.
    """
    return {
        "what-this-is": _("Each circle you can open, and who has a seat in it. Others are not named here."),
        "circles": [
            {"own": circle == keyring._book.own, "seats": _seats(keyring, circle)}
            for circle in sorted(keyring.circles)
        ],
    }


def _seats(keyring: Keyring, circle: UUID) -> list[str]:
    """Of a circle that one left, nothing: its seats are for those who have them."""
    seats = keyring._chain(circle).newest.seats
    if keyring.person_id not in seats:
        return []
    return ["me", *("the other" for person in seats if person != keyring.person_id)]


ROOM = Room("vault", HOLDINGS, export, lambda keyring: erase(keyring.person_id))
