"""Rows in a form that any of our databases can take back: one SQLite file, one table for each model.

Values are the same whatever database they came from: ids as 32 hex signs, moments as text in UTC,
sealed bytes as bytes. `meta` says which migrations the rows belong to, so that a newer program first
builds the tables of that day, fills them, and then migrates.
"""

import datetime as dt
import re
import sqlite3
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import Any
from uuid import UUID

from django.db import connections, models, transaction
from django.db.migrations.executor import MigrationExecutor

FORMAT = 1
LABEL = re.compile(r"[a-z]+\.[A-Za-z]+")
BATCH = 2000
Tables = list[type[models.Model]]


class Unreadable(Exception):
    """The file is not a whole backup of this program."""


def kept(every: Iterable[type[models.Model]]) -> Tables:
    """The models a backup holds: all but those of the sessions store."""
    return [m for m in every if m._meta.managed and not m._meta.proxy and not hasattr(m, "store")]


def _plain(value: Any) -> Any:
    match value:
        case UUID():
            return value.hex
        case dt.datetime():
            return value.astimezone(dt.UTC).isoformat()
        case dt.date() | dt.time():
            return value.isoformat()
        case dt.timedelta():
            return value // dt.timedelta(microseconds=1)
        case memoryview():
            return bytes(value)
    return value


def _columns(model: type[models.Model]) -> "list[models.Field[Any, Any]]":
    return list(model._meta.local_concrete_fields)


def migrations(alias: str) -> list[tuple[str, str]]:
    return sorted(MigrationExecutor(connections[alias]).loader.applied_migrations)


def dump(tables: Tables, file: sqlite3.Connection, meta: dict[str, str]) -> dict[str, int]:
    """Every row, as one moment saw them: nothing written meanwhile is half in. Returns rows by table."""
    file.execute("CREATE TABLE meta (name TEXT PRIMARY KEY, value TEXT NOT NULL)")
    file.execute("CREATE TABLE migrations (app TEXT NOT NULL, name TEXT NOT NULL)")
    counts = {}
    with _one_moment():
        file.executemany("INSERT INTO migrations VALUES (?, ?)", migrations("default"))
        for model in tables:
            counts[model._meta.label] = _dump_one(model, file)
    named = {"format": str(FORMAT), **meta, **{f"rows {label}": str(n) for label, n in counts.items()}}
    file.executemany("INSERT INTO meta VALUES (?, ?)", named.items())
    file.commit()
    return counts


class _one_moment:  # noqa: N801 - reads as a phrase
    """A transaction that sees the database as it stands now, and holds nobody up."""

    def __enter__(self) -> None:
        self.connection = connections["default"]
        if self.connection.vendor == "postgresql":
            self.atomic: Any = transaction.atomic(using="default")
            self.atomic.__enter__()
            with self.connection.cursor() as cursor:
                cursor.execute("SET TRANSACTION ISOLATION LEVEL REPEATABLE READ READ ONLY")
            return
        # Django would begin with IMMEDIATE, which takes the one place of a writer.
        self.connection.ensure_connection()
        self.connection.connection.execute("BEGIN DEFERRED")
        self.connection.connection.execute("SELECT count(*) FROM django_migrations").fetchone()

    def __exit__(self, *error: object) -> None:
        if self.connection.vendor == "postgresql":
            self.atomic.__exit__(*error)
        else:
            self.connection.connection.execute("ROLLBACK")


def _dump_one(model: type[models.Model], file: sqlite3.Connection) -> int:
    fields = _columns(model)
    names = ", ".join(f'"{field.column}"' for field in fields)
    file.execute(f'CREATE TABLE "{model._meta.label}" ({names})')
    insert = f'INSERT INTO "{model._meta.label}" VALUES ({", ".join("?" * len(fields))})'  # noqa: S608 - our own names
    rows = model._base_manager.values_list(*[field.attname for field in fields]).iterator(BATCH)
    before = file.total_changes
    file.executemany(insert, (tuple(_plain(value) for value in row) for row in rows))
    return file.total_changes - before


def verify(file: sqlite3.Connection) -> dict[str, str]:
    """Read the whole file. Returns its meta; raises Unreadable when anything is missing or torn."""
    try:
        if file.execute("PRAGMA integrity_check").fetchone()[0] != "ok":
            raise Unreadable("its pages do not fit together")
        meta = dict(file.execute("SELECT name, value FROM meta"))
        if int(meta["format"]) > FORMAT:
            raise Unreadable("it was made by a newer Stepwell than this; bring this one up to date first")
        for name, count in _counts(meta):
            if file.execute(f'SELECT count(*) FROM "{name}"').fetchone()[0] != count:  # noqa: S608 - as above
                raise Unreadable(f"rows of {name} are missing")
    except (sqlite3.DatabaseError, KeyError, ValueError, TypeError):
        raise Unreadable("it is not a whole backup") from None
    return meta


def _counts(meta: dict[str, str]) -> Iterator[tuple[str, int]]:
    for name, value in meta.items():
        if name.startswith("rows "):
            label = name.removeprefix("rows ")
            if not LABEL.fullmatch(label):
                raise Unreadable("it names tables that are not ours")
            yield label, int(value)


def load(file: sqlite3.Connection, meta: dict[str, str]) -> dict[str, int]:
    """Build the tables of the backup's day in the empty database, fill them, and migrate to today's."""
    executor = MigrationExecutor(connections["default"])
    there = {(app, name) for app, name in file.execute("SELECT app, name FROM migrations")}
    known = set(executor.loader.graph.nodes)
    if not there <= known:
        raise Unreadable("it was made by a newer Stepwell than this; bring this one up to date first")
    ends = [node for node in there if not any(child in there for child in _children(executor, node))]
    state = executor.migrate(ends)
    with transaction.atomic(using="default"):
        counts = {name: _load_one(file, _model(state, name), count) for name, count in _counts(meta)}
    later = MigrationExecutor(connections["default"])
    later.migrate(later.loader.graph.leaf_nodes())
    connections["default"].check_constraints()
    return counts


def _model(state: Any, label: str) -> type[models.Model]:
    try:
        return state.apps.get_model(label)  # type: ignore[no-any-return]  # models of a day have no types
    except LookupError:
        raise Unreadable(f"it holds {label}, which this program does not know") from None


def _children(executor: MigrationExecutor, node: tuple[str, str]) -> Iterator[tuple[str, str]]:
    for child in executor.loader.graph.node_map[node].children:
        if child.key[0] == node[0]:
            yield child.key


def _load_one(file: sqlite3.Connection, model: type[models.Model], expected: int) -> int:
    fields = _columns(model)
    names = ", ".join(f'"{field.column}"' for field in fields)
    rows = file.execute(f'SELECT {names} FROM "{model._meta.label}"')  # noqa: S608 - names of our own models
    total = 0
    while batch := rows.fetchmany(BATCH):
        made = [model(**{f.attname: _back(f, v) for f, v in zip(fields, row, strict=True)}) for row in batch]
        model._base_manager.using("default").bulk_create(made, batch_size=BATCH)
        total += len(made)
    if total != expected or model._base_manager.using("default").count() != expected:
        raise Unreadable(f"rows of {model._meta.label} are missing")
    return total


def _back(field: "models.Field[Any, Any]", value: Any) -> Any:
    if isinstance(field, models.DurationField) and value is not None:
        return dt.timedelta(microseconds=value)
    if isinstance(field, models.BinaryField):
        return value
    return field.to_python(value)


def connect(path: Path) -> sqlite3.Connection:
    """Nothing is left beside the file: journal and temporary pages stay in memory."""
    file = sqlite3.connect(path)
    file.executescript("PRAGMA journal_mode=OFF; PRAGMA synchronous=OFF; PRAGMA temp_store=MEMORY;")
    return file
