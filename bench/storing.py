"""How much room a check-in takes, and how long a backup and the way back from it last."""

import json
import os
import shutil
import subprocess
import sys
from contextlib import closing
from pathlib import Path
from typing import Any

from django.conf import settings
from django.db import connections

from bench import cast
from bench.figure import Figure, Scale
from stepwell.site.agekeys import new_key

GIB = 1024**3
MINUTES = 5
USED = """
    SELECT (page_count - freelist_count) * page_size
    FROM pragma_page_count, pragma_freelist_count, pragma_page_size
"""
# The sealed bytes of one row under new ids, in the order of time as real ones are.
COPY = """
    INSERT INTO checkins_checkin (id, circle_id, epoch, version, sealed, person_id, day, form_id)
    SELECT printf('%012x', 0x20000000000 + ? + row_number() OVER ())
               || '7' || substr(lower(hex(randomblob(10))), 1, 19),
           circle_id, epoch, version, sealed, person_id, day, lower(hex(randomblob(16)))
    FROM checkins_checkin LIMIT ?
"""


def size(scale: Scale) -> list[Figure]:
    life = cast.long_life(scale.days)
    with connections["default"].cursor() as cursor:
        cursor.execute(USED)
        used = cursor.fetchone()[0]
        cursor.execute("SELECT count(*) FROM checkins_shared")
        shared = cursor.fetchone()[0]
    return [
        Figure(
            "size of the store per check-in",
            f"{used / life.check_ins:,.0f} bytes",
            f"The whole database by the {life.check_ins:,} check-ins of two people, with {shared:,} copies "
            "shown to the other, padding and indexes in it.",
        )
    ]


def backing_up(scale: Scale, base: Path) -> list[Figure]:
    cast.long_life(scale.days)
    full, empty = base / "full", base / "restored"
    stored = fill(full, scale.store)
    empty.mkdir()
    shutil.copy(full / "pepper", empty / "pepper")
    key = base / "backup.key"
    public, file = new_key(key), base / "backup.age"
    out = beside(full, "back_up", file, public)
    back = beside(empty, "bring_back", file, str(key))
    assert out["rows"] == back["rows"], (out, back)
    told = f"A store of {stored / 2**20:.0f} MiB, {out['rows']:,} rows, scaled to 1 GiB of store; "
    loaded = told + "opened, verified, loaded, counted, and read from end to end."
    most = f"{max(out['most'], back['most']) / 1e6:.0f} MB"
    return [
        _per_gib("backup", told + "written, sealed, and read back.", out, stored),
        _per_gib("restore", loaded, back, stored),
        Figure(
            "most memory while backing up or restoring", most, "The peak of the two, on this size of store."
        ),
    ]


def _per_gib(what: str, how: str, took: dict[str, float], stored: int) -> Figure:
    seconds, cpu = (took[name] * GIB / stored for name in ("seconds", "cpu"))
    aim = f"under {MINUTES} minutes" if what == "restore" else ""
    measured = f"{seconds:.0f} s per GiB ({cpu:.0f} s of CPU)"
    return Figure(f"{what}, per GiB", measured, how, aim, seconds < MINUTES * 60 if aim else None)


def fill(home: Path, wanted: int) -> int:
    """Another home with this one's keys and rows, and more of the same rows. Gives its bytes."""
    home.mkdir()
    for name in ("pepper", "secret-key"):
        shutil.copy(settings.HOME / name, home / name)
    path = home / "stepwell.sqlite3"
    with connections["default"].cursor() as cursor:
        cursor.execute("VACUUM INTO %s", [str(path)])
    import sqlite3

    with closing(sqlite3.connect(path)) as rows:
        while _count(rows, USED) < wanted:
            there = _count(rows, "SELECT count(*) FROM checkins_checkin")
            rows.execute(COPY, [there, max(1, min(there, 50_000))])
            rows.commit()
        return _count(rows, USED)


def _count(rows: Any, query: str) -> int:
    return int(rows.execute(query).fetchone()[0])


def beside(home: Path, *words: object) -> dict[str, float]:
    environment = os.environ | {"STEPWELL_HOME": str(home)}
    command = [sys.executable, "-m", "bench.beside", *map(str, words)]
    ended = subprocess.run(command, env=environment, capture_output=True, text=True, check=False, cwd=_root())
    if ended.returncode:
        raise RuntimeError(ended.stderr[-2000:])
    took: dict[str, float] = json.loads(ended.stdout)
    return took


def _root() -> Path:
    return Path(__file__).resolve().parents[1]
