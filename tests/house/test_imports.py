"""Imports go down only, and a room is entered by its door."""

import os
import subprocess
import sys

from tests.house.plan import ROOT, imported, python_files, room_of, short


def test_the_import_contract_holds():
    ask = "from importlinter.cli import lint_imports_command as run; run()"
    done = subprocess.run(
        [sys.executable, "-c", ask, "--no-cache"],
        cwd=ROOT,
        env={**os.environ, "PYTHONPATH": "src"},
        capture_output=True,
        text=True,
        check=False,
    )
    assert done.returncode == 0, done.stdout[-4000:] + done.stderr[-2000:]
    assert ", 0 broken" in done.stdout


# `stepwell record` runs where there is no home, and so no Django that a door with models would need.
WITHOUT_DJANGO = {("site", "record"): {"verify", "example"}}


def _door_of(name: str) -> tuple[str, str]:
    """(room, module) of a dotted name of ours."""
    parts = name.split(".")[1:]
    if parts[:1] == ["site"]:
        return "site", ".".join(parts[1:2])
    return (parts[1], parts[2] if len(parts) > 2 else "") if len(parts) > 1 else ("", "")


def test_rooms_are_entered_by_their_door():
    round_the_back = []
    for path in python_files(tests=True):
        home, doors = room_of(path), {"api", "testing"} if _is_for_tests(path) else {"api"}
        for name in imported(path):
            room, module = _door_of(name)
            opened = doors | WITHOUT_DJANGO.get((home, room), set())
            if room not in ("", home, "site") and module not in opened:
                round_the_back.append(f"{short(path)} imports {name}")
    assert not round_the_back


def _is_for_tests(path) -> bool:
    return (
        "tests" in path.parts or path.name in {"testing.py", "conftest.py", "demo.py"} or "demo" in path.parts
    )


def test_the_makers_of_tests_stay_in_tests():
    outside = [
        f"{short(path)} imports {name}"
        for path in python_files()
        if not _is_for_tests(path)
        for name in imported(path)
        if ".testing" in name
    ]
    assert not outside
