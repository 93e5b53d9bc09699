"""What the vault holds about a person, and how it is given out and erased."""

from collections.abc import Mapping

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
    """The circles of this person, with their seats; the rows in them come from the rooms that keep them."""
    return {
        "circles": [
            {
                "circle": str(circle),
                "own": circle == keyring._book.own,
                "epochs": keyring._chain(circle).newest.number,
                "seats": sorted(str(person) for person in keyring._chain(circle).newest.seats),
            }
            for circle in sorted(keyring.circles)
        ]
    }


ROOM = Room("vault", HOLDINGS, export, lambda keyring: erase(keyring.person_id))
