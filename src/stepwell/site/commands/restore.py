"""`stepwell restore`: a backup brought back into an empty home."""

import argparse
import sys
from pathlib import Path

from stepwell.site.environment import Misconfigured

TROUBLE = 1
RIGHT = "The pepper here is the one these rows need.\n"
WRONG = """\
Attention: the pepper here is not the one these rows need. Nobody can sign in, and the server will not start.
Copy the file `pepper` that you keep apart from the backups to {pepper}, then start it.
"""


def arguments(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("file", type=Path, help="the backup")
    parser.add_argument("--key", metavar="KEYFILE", type=Path, required=True, help="the private key")


def run(given: argparse.Namespace) -> int:
    import django

    django.setup()
    from django.conf import settings

    from stepwell.site import agekeys, backups, portable, prepare

    identity = agekeys.read_key(given.key)
    if not backups.is_empty():
        raise Misconfigured(
            f"stepwell: {settings.HOME} is in use. Restore into an empty home: STEPWELL_HOME=..."
        )
    try:
        counts, fits = backups.bring_back(given.file, identity)
    except portable.Unreadable as wrong:
        raise Misconfigured(f"stepwell: {given.file} was not restored: {wrong}.") from None
    prepare.migrate()
    sys.stdout.write(f"{sum(counts.values())} rows in {len(counts)} tables are back, counted and checked.\n")
    if not fits:
        sys.stderr.write(WRONG.format(pepper=settings.HOME / "pepper"))
        return TROUBLE
    sys.stdout.write(RIGHT)
    return 0
