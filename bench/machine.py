"""Where the figures were taken. No name of a machine or person and no path."""

import os
import platform
import shutil
import subprocess
from datetime import UTC, datetime
from pathlib import Path


def described(root: Path) -> list[tuple[str, str]]:
    import sqlite3

    import django

    processor = _first("/proc/cpuinfo", "model name") or platform.machine()
    memory = int((_first("/proc/meminfo", "MemTotal") or "0").split()[0]) / 1024**2
    return [
        ("Date", f"{datetime.now(UTC):%Y-%m-%d}"),
        ("Commit", commit(root)),
        ("Machine", f"{len(os.sched_getaffinity(0))} cores, {processor}, {memory:.0f} GiB of memory"),
        ("Load at the start", f"{os.getloadavg()[0]:.1f}"),
        ("Python", platform.python_version()),
        ("Django", django.get_version()),
        ("SQLite", sqlite3.sqlite_version),
    ]


def commit(root: Path) -> str:
    if not shutil.which("git"):
        return "unknown"

    def git(*words: str) -> str:
        ended = subprocess.run(["git", "-C", str(root), *words], capture_output=True, text=True, check=False)
        return ended.stdout.strip() if ended.returncode == 0 else ""

    short = git("rev-parse", "--short", "HEAD")
    changed = git("--no-optional-locks", "status", "--porcelain", "--", "src", "bench")
    return (f"{short}, with changes not committed yet" if changed else short) or "unknown"


def _first(path: str, key: str) -> str:
    try:
        lines = Path(path).read_text("utf-8").splitlines()
    except OSError:
        return ""
    return next((line.partition(":")[2].strip() for line in lines if line.startswith(key)), "")
