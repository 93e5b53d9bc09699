"""`stepwell backup`: a sealed copy of all rows, while people go on writing."""

import argparse
import sys
from pathlib import Path

from stepwell.site.environment import Misconfigured

PEPPER = """\
Not in the backup: the file {pepper}.
Copy it by hand, once, to a place apart from the backups. A backup without it opens nobody's entries,
and whoever holds both is one guessed password away. The secret key and open sign-ins are left out too;
after a restore everybody signs in again.
"""


def arguments(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("file", nargs="?", type=Path, help="where to write the backup")
    parser.add_argument("--to", metavar="age1...", help="the public key it is sealed for")
    parser.add_argument("--force", action="store_true", help="write over a file that is there")
    parser.add_argument("--new-key", metavar="KEYFILE", type=Path, help="make a key pair; do this elsewhere")


def run(given: argparse.Namespace) -> int:
    if given.new_key:
        return _new_key(given.new_key)
    if given.file is None or given.to is None:
        raise Misconfigured(
            "stepwell: write stepwell backup FILE --to age1... (--new-key KEYFILE makes the key)."
        )
    if given.file.exists() and not given.force:
        raise Misconfigured(f"stepwell: {given.file} is there already. Name a new file, or add --force.")
    import django

    django.setup()
    from django.conf import settings

    from stepwell.site import agekeys, backups, portable

    recipient = agekeys.read_recipient(given.to)
    try:
        counts = backups.back_up(given.file.resolve(), recipient)
    except portable.Unreadable as wrong:
        raise Misconfigured(f"stepwell: the backup was not kept: {wrong}.") from None
    rows = sum(counts.values())
    sys.stdout.write(f"{given.file}: {rows} rows in {len(counts)} tables, sealed and read back.\n")
    sys.stdout.write(PEPPER.format(pepper=settings.HOME / "pepper"))
    return 0


def _new_key(path: Path) -> int:
    from stepwell.site.agekeys import new_key

    try:
        public = new_key(path)
    except FileExistsError:
        raise Misconfigured(f"stepwell: {path} is there already. Name a new file.") from None
    sys.stdout.write(
        f"{public}\nKeep {path} away from this server: it opens every backup made for this key.\n"
    )
    return 0
