"""For the tests of every room: stretching at full cost, but only once for each password."""

from collections.abc import Iterator
from contextlib import contextmanager
from functools import cache
from unittest.mock import patch

from stepwell.ground.vault import intersection, password, roots

SALT = b"stepwell testing"
_argon2id = cache(password.argon2id)


@contextmanager
def quick_stretching() -> Iterator[None]:
    """Inside, every password gets the same salt and is stretched once in the life of the process.

    Costs are those of production. Never use it outside tests: equal salts betray equal passwords.
    """
    with patch.object(password, "argon2id", _argon2id), patch.object(roots, "new_salt", lambda: SALT):
        yield


@contextmanager
def slots_of_a_round(count: int) -> Iterator[None]:
    """Inside, a round has so few slots, so that many of them fit into a test."""
    with patch.object(intersection, "ROUND_SLOTS", count):
        yield
