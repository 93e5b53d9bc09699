"""What must stand before the first page: the home, both databases up to date, the files of the surface."""

import hashlib
from collections.abc import Iterator
from pathlib import Path

from django.conf import settings
from django.contrib.staticfiles.finders import get_finders
from django.core.management import call_command
from django.db import connections
from django.db.migrations.executor import MigrationExecutor

from stepwell.site import rls, whichpepper

STAMP = "collected"


def prepare() -> None:
    for leftover in settings.HOME.glob(".part-*"):
        leftover.unlink(missing_ok=True)
    migrate()
    collect_files()


def migrate() -> None:
    for alias in connections:
        executor = MigrationExecutor(connections[alias])
        if executor.migration_plan(executor.loader.graph.leaf_nodes()):
            call_command("migrate", database=alias, verbosity=0, interactive=False, skip_checks=True)
    rls.build(connections["default"])
    whichpepper.write_down()


def _sources() -> Iterator[str]:
    for finder in get_finders():
        for name, storage in finder.list(["*.md"]):
            state = Path(storage.path(name)).stat()
            yield f"{name} {state.st_size} {state.st_mtime_ns}"


def collect_files() -> None:
    """Compressing takes a second or two, so it is done only when a file changed."""
    state = hashlib.sha256("\n".join(sorted(_sources())).encode()).hexdigest()
    stamp = Path(settings.STATIC_ROOT or settings.HOME / "static") / STAMP
    if stamp.is_file() and stamp.read_text("ascii") == state:
        return
    call_command("collectstatic", verbosity=0, interactive=False, clear=True, skip_checks=True)
    stamp.parent.mkdir(exist_ok=True)
    stamp.write_text(state, "ascii")
