"""What could go wrong on this machine, found before it does. Each line says what, and what to do about it."""

import os
import shutil
import stat
import time
from collections.abc import Iterator
from datetime import date
from pathlib import Path
from uuid import UUID

from django.apps import apps
from django.conf import settings
from django.db import DatabaseError, connections
from django.db.migrations.executor import MigrationExecutor

from stepwell.own.safety.api import old_numbers
from stepwell.site import dbstate, whichpepper
from stepwell.site.databases import SAFE_WAL
from stepwell.site.environment import Misconfigured

LITTLE_ROOM = 200 * 1024 * 1024
NO_ROOM = 20 * 1024 * 1024
# A clock may be a little behind its former self; more means that it was set.
DRIFT = 300
OLDEST_POSTGRESQL = 150_000
# Locks do not hold reliably there, and SQLite needs them.
OVER_A_NETWORK = {"nfs", "nfs4", "cifs", "smb3", "smbfs", "9p", "fuse.sshfs", "afs", "ceph", "glusterfs"}


def before_the_database() -> None:
    """What must stop the start. Raises Misconfigured with the cure."""
    home: Path = settings.HOME
    if not os.access(home, os.W_OK | os.X_OK):
        raise Misconfigured(f"stepwell: {home} cannot be written to. Give it to the account that runs this.")
    if shutil.disk_usage(home).free < NO_ROOM:
        raise Misconfigured(f"stepwell: the disk of {home} is full. Make room there first.")
    for name in ("default", "sessions"):
        if words := dbstate.amiss(name):
            raise Misconfigured(f"stepwell: {words}")


def findings() -> list[str]:
    """Plain lines; none when nothing is amiss."""
    parts = (_home, _keys, _room, _sqlite, _postgresql, _address)
    found = [line for part in parts for line in part()]
    for ask in (dbstate.not_there, dbstate.amiss):
        if words := [said for name in ("default", "sessions") if (said := ask(name))]:
            return [*found, *words]
    try:
        return [*found, *_tables(), *_pepper(), *_clock()]
    except DatabaseError as error:
        return [*found, dbstate.words_for("default", error)]


def numbers(on: date) -> list[str]:
    """Numbers of people who help that nobody has read at their source for half a year."""
    return list(old_numbers(on))


def _others_may(path: Path) -> bool:
    return bool(stat.S_IMODE(path.stat().st_mode) & 0o077)


def _home() -> Iterator[str]:
    home: Path = settings.HOME
    if _others_may(home):
        yield f"Other accounts on this machine may look into {home}. Run: chmod 700 {home}"
    kind = _filesystem(home)
    if kind in OVER_A_NETWORK and _on_sqlite():
        yield f"{home} is a network disk ({kind}): SQLite can lose data there. Use a disk of this machine."
    apart = [path for path in home.glob("*.sqlite3*") if path.stat().st_dev != home.stat().st_dev]
    if apart:
        yield f"{apart[0]} lies on another disk than {home}. Keep all of the home on one."


def _filesystem(path: Path) -> str:
    """The kind of file system that holds `path`; empty where the system does not say."""
    try:
        mounts = [line.split() for line in Path("/proc/mounts").read_text("utf-8").splitlines()]
    except OSError:
        return ""
    holding = [(len(mount[1]), mount[2]) for mount in mounts if path.is_relative_to(mount[1])]
    return max(holding, default=(0, ""))[1]


def _keys() -> Iterator[str]:
    for name in ("secret-key", "pepper"):
        path = settings.HOME / name
        if _others_may(path):
            yield f"Other accounts on this machine may read {path}. Run: chmod 600 {path}"


def _pepper() -> Iterator[str]:
    if words := whichpepper.wrong():
        yield words


def _room() -> Iterator[str]:
    free = shutil.disk_usage(settings.HOME).free
    if free < LITTLE_ROOM:
        yield f"Only {free // 1024 // 1024} MB are free for {settings.HOME}. Make room there soon."


def _on_sqlite() -> bool:
    return any(connection.vendor == "sqlite" for connection in connections.all())


def _sqlite() -> Iterator[str]:
    if _on_sqlite() and not settings.WAL_IS_SAFE:
        newest = ".".join(map(str, SAFE_WAL))
        yield f"This SQLite is older than {newest}. It works safely but slowly. Run: pip install pysqlite3"


def _postgresql() -> Iterator[str]:
    for connection in connections.all():
        if connection.vendor != "postgresql":
            continue
        try:
            with connection.cursor() as cursor:
                cursor.execute("SELECT current_setting('server_version_num')::int, rolsuper OR rolbypassrls"
                               " FROM pg_roles WHERE rolname = current_user")  # fmt: skip
                version, above = cursor.fetchone()
        except DatabaseError:
            continue  # said once, with the tables
        if version < OLDEST_POSTGRESQL:
            yield f"This PostgreSQL is older than 15 (database {connection.alias}). Bring it up to date."
        if above:
            yield f"The account of database {connection.alias} may bypass row security. Use one that may not."


def _address() -> Iterator[str]:
    if settings.DEBUG and settings.ON_TLS:
        yield "STEPWELL_DEVELOPMENT is yes on a server that others reach. Take it away."
    if settings.LEAVE_TO.startswith("http:"):
        yield "STEPWELL_LEAVE_TO leads to a page without TLS. Name one that begins with https://."


def _tables() -> Iterator[str]:
    for connection in connections.all():
        executor = MigrationExecutor(connection)
        if executor.migration_plan(executor.loader.graph.leaf_nodes()):
            yield f"The database {connection.alias} is of an older version. Starting the server renews it."


def _clock() -> Iterator[str]:
    """Ids carry the moment they were made. Order never depends on it, but limits and waits do."""
    newest = max((_made(model) for model in apps.get_models()), default=0.0)
    if newest > time.time() + DRIFT:
        yield "The clock of this machine is behind its own newest rows. Set it right; nothing is lost by it."


def _made(model: type) -> float:
    """When the newest row of this model was made, in seconds; 0 without one."""
    key, manager = model._meta.pk, model._base_manager  # type: ignore[attr-defined]  # every model has both
    if key.name != "id" or not key.has_default():
        return 0.0
    try:
        newest = manager.order_by("-pk").values_list("pk", flat=True).first()
    except DatabaseError:
        return 0.0
    return (newest.int >> 80) / 1000 if isinstance(newest, UUID) and newest.version == 7 else 0.0
