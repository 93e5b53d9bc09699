"""A person's root key while they are signed in, and the keys it makes."""

from os import urandom
from uuid import UUID

from stepwell.ground.vault.derive import derive
from stepwell.ground.vault.hidden import Hidden

ROOT = 32


class Master(Hidden):
    """The root key of one person. Lives in memory for one request; never stored, never shown.

    `_from_code` is set when the printed code opened it: such a one can also open what the lock closes.
    """

    __slots__ = ("_from_code", "_keys", "_root", "person_id")

    def __init__(self, person_id: UUID, root: bytes, *, from_code: bytes | None = None) -> None:
        self.person_id = person_id
        self._root = root
        self._from_code = from_code
        self._keys: dict[str, bytes] = {}

    def __repr__(self) -> str:
        return f"Master({self.person_id})"

    def key(self, use: str) -> bytes:
        """The 32-byte key for one use, such as "book" or "state"."""
        if use not in self._keys:
            self._keys[use] = derive(self._root, use)
        return self._keys[use]

    def own_key(self, opened: bytes | None) -> bytes:
        """What closes the keys of the own circle: the root, alone or with what the passphrase opens."""
        return derive(self._root + opened, "own circle, locked") if opened else self.key("own circle")


def new_root() -> bytes:
    return urandom(ROOT)
