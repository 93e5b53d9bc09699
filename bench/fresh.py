"""`make run` from nothing: a clone in an empty folder, with empty caches, until the first page answers."""

import os
import shutil
import signal
import subprocess
import time
from pathlib import Path
from urllib.error import URLError
from urllib.request import urlopen

from bench.figure import Figure

AIM, PATIENCE = 60, 300
WHAT, AIMED = "`make run` from nothing", f"at most {AIM} s"


def figures(root: Path, base: Path) -> list[Figure]:
    """One row, with the reason in it where it could not be measured."""
    clone, reason = base / "clone", ""
    if not shutil.which("git") or not (root / ".git").exists():
        return [_not_measured("this is not a git tree")]
    subprocess.run(["git", "clone", "--quiet", str(root), str(clone)], check=True, capture_output=True)
    first = until_first_page(clone, base)
    if isinstance(first, str):
        reason = first.strip().splitlines()[-1][:120] if first.strip() else f"no page within {PATIENCE} s"
        return [
            _not_measured(f"it did not come up, most likely because no package index was reached ({reason})")
        ]
    again = until_first_page(clone, base)
    told = (
        "A clone of the last commit in an empty folder; uv and pip have no caches, packages come by network."
    )
    return [
        Figure(WHAT, f"{first:.0f} s", told + " Until the first page is read.", AIMED, first <= AIM),
        Figure("`make run` again", _seconds(again), "The same folder."),
    ]


def _seconds(found: float | str) -> str:
    return f"{found:.1f} s" if isinstance(found, float) else "it did not come up"


def _not_measured(reason: str) -> Figure:
    return Figure(WHAT, "not measured", f"Not measured in this run: {reason}.", AIMED, None)


def until_first_page(clone: Path, base: Path) -> float | str:
    """Seconds, or what it said instead."""
    from tests.fixtures.server import free_port

    port = free_port()
    log = base / "make.log"
    began = time.perf_counter()
    with log.open("wb") as out:
        made = subprocess.Popen(
            ["make", "--no-print-directory", "run"],
            cwd=clone,
            env=_environment(base, port),
            stdout=out,
            stderr=out,
            start_new_session=True,
        )
    try:
        while made.poll() is None and time.perf_counter() - began < PATIENCE:
            try:
                with urlopen(f"http://127.0.0.1:{port}/", timeout=5) as page:
                    page.read()
                return time.perf_counter() - began
            except (URLError, OSError):
                time.sleep(0.05)
        return log.read_text("utf-8", errors="replace")
    finally:
        _end(made)


def _environment(base: Path, port: int) -> dict[str, str]:
    """This shell's, with nothing of ours in it: no settings, no Python path, no environment, no caches."""
    ours = ("STEPWELL_", "DJANGO_", "PYTHON", "VIRTUAL_ENV", "MAKE", "MFLAGS", "COVERAGE", "PYTEST_")
    kept = {name: value for name, value in os.environ.items() if not name.startswith(ours)}
    caches = {"UV_CACHE_DIR": str(base / "uv-cache"), "PIP_NO_CACHE_DIR": "1"}
    return kept | caches | {"PORT": str(port), "STEPWELL_HOME": str(base / "fresh-home")}


def _end(made: "subprocess.Popen[bytes]") -> None:
    try:
        os.killpg(made.pid, signal.SIGTERM)
        made.wait(timeout=20)
    except ProcessLookupError:
        pass
    except subprocess.TimeoutExpired:
        os.killpg(made.pid, signal.SIGKILL)
