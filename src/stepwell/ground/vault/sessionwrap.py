"""What a session row may hold: keys closed by a secret that only the browser keeps."""

from uuid import UUID

from stepwell.ground.vault.derive import derive
from stepwell.ground.vault.keyring import Keyring
from stepwell.ground.vault.master import Master
from stepwell.ground.vault.places import personal_place
from stepwell.ground.vault.sealing import seal, unseal
from stepwell.ground.vault.words import NOWHERE

ROOT = "vault.session.root"
OPENED = "vault.session.opened"


def keyring_for(master: Master, *, opened: bytes | None = None) -> Keyring:
    """The keyring of somebody signed in; `opened` is what `open_lock` gave. Three queries.

    Raises CannotOpen when this root key was renewed since: the session is over.
    """
    return Keyring(master, opened)


def wrap_session(master: Master, sk: bytes) -> bytes:
    """The root key, closed by the secret that only the browser keeps."""
    return seal(derive(sk, "session"), personal_place(ROOT, master.person_id), master._root)


def unwrap_session(person_id: UUID, sk: bytes, blob: bytes) -> Master:
    """Raises CannotOpen."""
    return Master(person_id, unseal(derive(sk, "session"), personal_place(ROOT, person_id), bytes(blob)))


def wrap_opened(sk: bytes, opened: bytes) -> bytes:
    """What opens the own circle, closed likewise. Drop it from the session row to lock again."""
    return seal(derive(sk, "session"), personal_place(OPENED, NOWHERE), opened)


def unwrap_opened(sk: bytes, blob: bytes) -> bytes:
    """Raises CannotOpen."""
    return unseal(derive(sk, "session"), personal_place(OPENED, NOWHERE), bytes(blob))
