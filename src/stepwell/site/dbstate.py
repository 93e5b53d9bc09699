"""Whether a database can be opened, read and written to; if not, in words that lead to the cure."""

import os
from pathlib import Path

from django.conf import settings
from django.db import DatabaseError, connections

READ_ONLY = "readonly"
DAMAGED = ("malformed", "not a database", "disk i/o error")


def _file(alias: str) -> Path | None:
    connection = connections[alias]
    path = Path(str(connection.settings_dict["NAME"]))
    return path if connection.vendor == "sqlite" and path.is_absolute() else None


def not_there(alias: str) -> str:
    """Asked before `amiss` by who only looks: opening a file of SQLite makes it."""
    path = _file(alias)
    made = path is None or path.is_file()
    return "" if made else f"There is no database {path} yet. Starting the server makes it."


def amiss(alias: str) -> str:
    """Empty when all is well. Writes no row."""
    connection, path = connections[alias], _file(alias)
    if path is not None and path.is_file() and not os.access(path, os.R_OK | os.W_OK):
        return _read_only(path)
    try:
        with connection.cursor() as cursor:
            if path is not None and not connection.in_atomic_block:
                # Takes the lock that the first write needs, and gives it back.
                cursor.execute("BEGIN IMMEDIATE")
                cursor.execute("ROLLBACK")
                cursor.execute("SELECT count(*) FROM sqlite_master")
    except DatabaseError as error:
        return words_for(alias, error)
    return ""


def words_for(alias: str, error: DatabaseError) -> str:
    """The error's own words stay out: they may hold values."""
    connection, said = connections[alias], str(error).lower()
    if connection.vendor != "sqlite":
        where = connection.settings_dict["HOST"] or "the local server"
        return (
            f"The database {alias} at {where} does not answer ({type(error).__name__})."
            " See that it runs, and that its name and password are right."
        )
    path = Path(str(connection.settings_dict["NAME"]))
    if READ_ONLY in said:
        return _read_only(path)
    if any(words in said for words in DAMAGED):
        return _damaged(alias, path)
    return (
        f"{path} cannot be opened ({type(error).__name__})."
        f" See that no other program holds it, and that {settings.HOME} belongs to the account of the server."
    )


def _read_only(path: Path) -> str:
    return f"{path} cannot be written to. Give it to the account that runs this, and run: chmod 600 {path}"


def _damaged(alias: str, path: Path) -> str:
    if alias == "sessions":
        return (
            f"{path} is damaged. It holds sign-ins only:"
            " stop the server, put the file aside, and start it again."
        )
    return (
        f"{path} is damaged. Keep a copy of it as it is, look after the disk,"
        " and bring a backup back into an empty home: stepwell restore."
    )
