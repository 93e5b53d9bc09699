"""Small operational secrets of the server, such as a mail address: closed by the pepper, not by a person.

Whoever holds the database without the key file reads none of it. The running server reads all of it.
"""

from functools import lru_cache
from hmac import digest

from stepwell.ground.vault.derive import derive_here
from stepwell.ground.vault.derive import pepper as this_pepper
from stepwell.ground.vault.sealing import seal, unseal
from stepwell.ground.vault.words import place


def seal_for_server(purpose: str, data: bytes) -> bytes:
    return seal(_key("server seal", purpose, this_pepper()), place(f"vault.server.{purpose}"), data)


def open_for_server(purpose: str, blob: bytes) -> bytes:
    """Raises CannotOpen."""
    return unseal(_key("server seal", purpose, this_pepper()), place(f"vault.server.{purpose}"), bytes(blob))


def lookup(purpose: str, text: str) -> bytes:
    """32 bytes that find a row without holding the text: HMAC-SHA256. The caller settles case and spaces."""
    return digest(_key("lookup", purpose, this_pepper()), text.encode(), "sha256")


@lru_cache(maxsize=64)
def _key(use: str, purpose: str, pepper: bytes) -> bytes:  # noqa: ARG001  # part of the key of the cache
    return derive_here(purpose.encode(), use)
