"""The key pair of the backups: the private half stays away from the server."""

import os
from pathlib import Path
from typing import Any

import pyrage

from stepwell.site.environment import Misconfigured


def new_key(path: Path) -> str:
    """Write a new private key to `path` and return the public half. Raises FileExistsError."""
    identity = pyrage.x25519.Identity.generate()
    with os.fdopen(os.open(path, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600), "w", encoding="ascii") as file:
        file.write(f"# public key: {identity.to_public()}\n{identity}\n")
    return str(identity.to_public())


def read_key(path: Path) -> Any:
    for line in path.read_text("utf-8", errors="replace").splitlines():
        if line.startswith("AGE-SECRET-KEY-"):
            try:
                return pyrage.x25519.Identity.from_str(line.strip())
            except pyrage.IdentityError:
                break
    raise Misconfigured(f"stepwell: {path} holds no key. It has a line that begins with AGE-SECRET-KEY-.")


def read_recipient(text: str) -> Any:
    try:
        return pyrage.x25519.Recipient.from_str(text.strip())
    except pyrage.RecipientError:
        raise Misconfigured(
            "stepwell: the key after --to cannot be read. It begins with age1;"
            " stepwell backup --new-key KEYFILE prints one."
        ) from None
