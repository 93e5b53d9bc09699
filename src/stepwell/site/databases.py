"""Where rows are kept. SQLite in the data folder unless the environment names a PostgreSQL server."""

import sys
from pathlib import Path
from typing import Any
from urllib.parse import parse_qs, unquote, urlsplit

from stepwell.site.environment import Misconfigured

# 3.51.3 ends the WAL-reset corruption bug; Debian 12's own library is inside its range.
SAFE_WAL = (3, 51, 3)
COMMON = "PRAGMA secure_delete=ON; PRAGMA temp_store=MEMORY; PRAGMA trusted_schema=OFF;"


def newest_sqlite() -> bool:
    """Put the newest SQLite at hand in place of the system's. True when write-ahead logging is safe in it."""
    try:
        import pysqlite3
        import pysqlite3.dbapi2
    except ImportError:
        import sqlite3

        return sqlite3.sqlite_version_info >= SAFE_WAL
    sys.modules["sqlite3"] = pysqlite3
    sys.modules["sqlite3.dbapi2"] = pysqlite3.dbapi2
    return bool(pysqlite3.dbapi2.sqlite_version_info >= SAFE_WAL)


def sqlite(path: Path, *, wal: bool) -> dict[str, Any]:
    journal = (
        "journal_mode=WAL; PRAGMA synchronous=FULL"
        if wal
        else "journal_mode=TRUNCATE; PRAGMA synchronous=EXTRA"
    )
    return {
        "ENGINE": "django.db.backends.sqlite3",
        "NAME": path,
        "CONN_MAX_AGE": None,
        "OPTIONS": {
            "transaction_mode": "IMMEDIATE",
            "timeout": 20,
            "init_command": f"PRAGMA {journal}; {COMMON}",
        },
    }


def postgresql(url: str, setting: str) -> dict[str, Any]:
    parts = urlsplit(url)
    if parts.scheme not in {"postgresql", "postgres"} or not parts.path.strip("/"):
        raise Misconfigured(f"stepwell: {setting} must look like postgresql://user:password@host:5432/name.")
    # A socket folder cannot stand where a host name stands: it comes as ?host=/run/postgresql.
    more = {name: values[-1] for name, values in parse_qs(parts.query).items()}
    return {
        "ENGINE": "django.db.backends.postgresql",
        "NAME": parts.path.strip("/"),
        "USER": unquote(parts.username or ""),
        "PASSWORD": unquote(parts.password or ""),
        "HOST": parts.hostname or more.get("host", ""),
        "PORT": str(parts.port or more.get("port", "")),
        "CONN_MAX_AGE": None,
        "CONN_HEALTH_CHECKS": True,
        "OPTIONS": {"options": "-c synchronous_commit=on"},
    }


def database(url: str, setting: str, path: Path, *, wal: bool) -> dict[str, Any]:
    return postgresql(url, setting) if url else sqlite(path, wal=wal)


class Stores:
    """Sends a model to the database its `store` names. Sign-ins live apart: no backup holds them."""

    def db_for_read(self, model: Any, **_hints: Any) -> str:
        return getattr(model, "store", "default")

    db_for_write = db_for_read

    def allow_migrate(self, db: str, app_label: str, model_name: str | None = None, **hints: Any) -> bool:
        from django.apps import apps

        if model_name is None:
            return db == "default"
        # Migrations hand in a model of their own time, which does not know its store.
        try:
            model = apps.get_model(app_label, model_name)
        except LookupError:
            return db == getattr(hints.get("model"), "store", "default")
        return db == getattr(model, "store", "default")
