"""From a password or passphrase to keys: Argon2id, then HKDF with this server's pepper."""

from dataclasses import dataclass
from os import urandom
from threading import BoundedSemaphore
from typing import NamedTuple
from unicodedata import normalize

from cryptography.hazmat.primitives.kdf.argon2 import Argon2id
from django.db import connections

from stepwell.ground.vault.derive import derive_here
from stepwell.ground.vault.hidden import Hidden

SALT = 16


class Costs(NamedTuple):
    memory: int  # KiB
    passes: int


# The floor: no row, setting or caller can ask for less. A dearer line is added under a new number.
COSTS = {1: Costs(memory=64 * 1024, passes=3)}
NEWEST = max(COSTS)
STRETCHED = 64

# Each stretch holds 64 MiB and a core for an eighth of a second; more at once would starve every page.
_few = BoundedSemaphore(2)


@dataclass(frozen=True, slots=True, repr=False)
class Stretched(Hidden):
    """What became of a password: `verifier` may be stored, `kek` never."""

    verifier: bytes
    kek: bytes


def new_salt() -> bytes:
    return urandom(SALT)


def stretch(password: str, salt: bytes, *, costs: int = NEWEST) -> Stretched:
    """About 0.15 s of a core and 64 MiB; at most two run at once, the others wait.

    Raises RuntimeError inside a transaction: nothing may hold the database for that long.
    """
    _refuse_inside_transactions()
    with _few:
        stretched = argon2id(normalize("NFC", password).encode(), salt, costs)
    return Stretched(derive_here(stretched, "verify"), derive_here(stretched, "kek"))


def argon2id(password: bytes, salt: bytes, costs: int) -> bytes:
    memory, passes = COSTS.get(costs, COSTS[NEWEST])
    return Argon2id(salt=salt, length=STRETCHED, iterations=passes, lanes=1, memory_cost=memory).derive(
        password
    )


def _refuse_inside_transactions() -> None:
    for connection in connections.all(initialized_only=True):
        blocks = connection.atomic_blocks
        if blocks and not getattr(blocks[-1], "_from_testcase", False):
            raise RuntimeError(
                "A password is stretched outside any transaction. Move the call out of `atomic`."
            )
