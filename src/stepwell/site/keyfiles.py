"""The two files beside the data that no backup holds: Django's secret key and the pepper."""

import os
import secrets
from pathlib import Path

from stepwell.site.environment import Misconfigured


def make_home(home: Path) -> None:
    """Raises Misconfigured when the folder cannot be made or written to."""
    try:
        home.mkdir(mode=0o700, parents=True, exist_ok=True)
    except OSError as error:
        raise Misconfigured(
            f"stepwell: the data folder {home} cannot be made ({error.strerror})."
            " Choose another with STEPWELL_HOME, or give that place to the account that runs this."
        ) from None


def key_file(path: Path, *, beside: Path | None = None) -> bytes:
    """The 32 bytes kept in `path` as hex; made on first use, readable by its owner alone.

    Never made anew where the rows that need the old one, `beside`, are there already.
    """
    if beside is not None and beside.exists() and beside.stat().st_size and not path.exists():
        raise Misconfigured(
            f"stepwell: {path} is missing, and {beside} holds rows that nobody can open without it."
            " Copy it back from where you keep it safe. (If nothing in there is needed, name an empty home:"
            " STEPWELL_HOME=...)"
        )
    try:
        _make(path)
        key = bytes.fromhex(path.read_text(encoding="ascii"))
    except OSError as error:
        raise Misconfigured(
            f"stepwell: {path} cannot be used ({error.strerror})."
            " Give the folder and its files to the account that runs this."
        ) from None
    except ValueError:
        key = b""
    if len(key) != 32:
        raise Misconfigured(
            f"stepwell: {path} is damaged. Copy it from where you keep it safe;"
            " without the right one nobody can sign in."
        )
    return key


def _make(path: Path) -> None:
    """Whole or not at all: a start that is cut short must not leave half a key."""
    if path.exists():
        return
    part = path.with_name(f".part-{path.name}-{secrets.token_hex(4)}")
    with os.fdopen(os.open(part, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600), "w", encoding="ascii") as file:
        file.write(secrets.token_hex(32))
        file.flush()
        os.fsync(file.fileno())
    try:
        os.link(part, path)
    except FileExistsError:
        pass  # another process was first; its key is the one
    finally:
        part.unlink()
