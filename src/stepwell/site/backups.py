"""A backup sealed to a key that is not on this machine, and the way back from it.

The open form exists only inside the home, which holds the same rows anyway, and is removed whatever
happens. Sign-ins, the secret key and the pepper are never in it.
"""

import hashlib
import os
import tempfile
from collections.abc import Iterator
from contextlib import closing, contextmanager
from pathlib import Path
from typing import Any

import pyrage
from django.apps import apps
from django.conf import settings
from django.db import connections

from stepwell.site import portable, rls, whichpepper
from stepwell.site.environment import Misconfigured

CHUNK = 1024 * 1024


class Hashed:
    """Takes what is written, keeps its fingerprint, and keeps nothing else."""

    def __init__(self) -> None:
        self.sha = hashlib.sha256()

    def write(self, data: bytes) -> int:
        self.sha.update(data)
        return len(data)

    def flush(self) -> None:
        """Nothing is held back."""


@contextmanager
def _open_form() -> Iterator[Path]:
    """A private file inside the home, gone at the end. One that a killed run left goes at the next start."""
    handle, name = tempfile.mkstemp(prefix=".part-", suffix=".sqlite3", dir=settings.HOME)
    os.close(handle)
    try:
        yield Path(name)
    finally:
        for leftover in (name, f"{name}-journal", f"{name}-wal", f"{name}-shm"):
            Path(leftover).unlink(missing_ok=True)


def back_up(target: Path, recipient: Any) -> dict[str, int]:
    """Write, seal, and read back. Returns rows by table; `target` appears only when all of it held."""
    sealed = target.with_name(target.name + ".part")
    with _open_form() as plain:
        with closing(portable.connect(plain)) as file, rls.everything():
            tables = portable.kept(apps.get_models())
            counts = portable.dump(tables, file, {"pepper": whichpepper.fingerprint()})
            portable.verify(file)
        try:
            _seal(plain, sealed, recipient)
            sealed.replace(target)
        finally:
            sealed.unlink(missing_ok=True)
    return counts


def _seal(plain: Path, sealed: Path, recipient: Any) -> None:
    """Sealed for the offline key, and for one that lives during this call alone: with it the file is
    opened again from the disk, so that a backup that cannot be opened is never called one."""
    witness = pyrage.x25519.Identity.generate()
    handle = os.open(sealed, os.O_RDWR | os.O_CREAT | os.O_TRUNC, 0o600)
    with plain.open("rb") as source, os.fdopen(handle, "r+b") as file:
        pyrage.encrypt_io(source, file, [recipient, witness.to_public()])
        file.flush()
        os.fsync(file.fileno())
        file.seek(0)
        opened = Hashed()
        pyrage.decrypt_io(file, opened, [witness])
        source.seek(0)
        if opened.sha.digest() != hashlib.file_digest(source, "sha256").digest():
            raise Misconfigured(
                f"stepwell: {sealed} did not read back as it was written. The disk may be failing."
            )


def is_empty() -> bool:
    """Whether the home holds no rows yet: no table at all, or tables that nothing was put into."""
    there = set(connections["default"].introspection.table_names())
    models = [
        model for model in apps.get_models() if model._meta.db_table in there and not hasattr(model, "store")
    ]
    return not any(model._base_manager.exists() for model in models)


def bring_back(source: Path, identity: Any) -> tuple[dict[str, int], bool]:
    """Rows by table, and whether the pepper here is the one they need. Raises portable.Unreadable."""
    with _open_form() as plain:
        try:
            with source.open("rb") as file, plain.open("wb") as opened:
                pyrage.decrypt_io(file, opened, [identity])
        except pyrage.DecryptError:
            raise portable.Unreadable("this key does not open it, or it is damaged") from None
        except OSError as error:
            # Without a number it is the library's word for bytes that were changed.
            if error.errno is None:
                raise portable.Unreadable("it is damaged") from None
            raise
        with closing(portable.connect(plain)) as rows, rls.everything():
            meta = portable.verify(rows)
            counts = portable.load(rows, meta)
    _whole()
    needed = meta.get("pepper", "")
    whichpepper.write_down(needed)
    return counts, needed == whichpepper.fingerprint()


def _whole() -> None:
    """The new database, read from end to end."""
    connection = connections["default"]
    if connection.vendor != "sqlite":
        return
    with connection.cursor() as cursor:
        cursor.execute("PRAGMA integrity_check")
        sound = cursor.fetchone()[0] == "ok"
        cursor.execute("PRAGMA foreign_key_check")
        if not sound or cursor.fetchone():
            raise portable.Unreadable("the restored rows do not fit together")
