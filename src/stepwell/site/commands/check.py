"""`stepwell check`: what is not as it should be, one line each with its cure."""

import argparse
import sys
from datetime import UTC, datetime
from pathlib import Path

from stepwell.site import environment
from stepwell.site.environment import Misconfigured


def arguments(_parser: argparse.ArgumentParser) -> None:
    """Takes none."""


def run(_given: argparse.Namespace) -> int:
    _something_to_look_at(environment.home())
    import django

    django.setup()
    from stepwell.site import checks

    found = [*checks.findings(), *checks.numbers(datetime.now(UTC).date())]
    for each in found:
        sys.stdout.write(f"{each}\n")
    if not found:
        sys.stdout.write("Nothing is amiss.\n")
    return 1 if found else 0


def _something_to_look_at(home: Path) -> None:
    """Looking must not make a home, and above all no new pepper beside rows of an old one."""
    if not home.is_dir() or not any(home.iterdir()):
        raise Misconfigured(
            f"stepwell: there is no data at {home} yet. Starting the server makes it;"
            " another home is named with STEPWELL_HOME=..."
        )
    for name in ("pepper", "secret-key"):
        if not (home / name).exists():
            raise Misconfigured(
                f"stepwell: {home / name} is missing. Copy it back from where you keep it safe;"
                " if there never was one, starting the server makes it."
            )
