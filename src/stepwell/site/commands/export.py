"""`stepwell export`: what one person has, into one open file. Needs what only that person knows and holds.

Every step that opens their place in a browser is asked here too: reach to the server's files and a password
that somebody overheard are not enough.
"""

import argparse
import getpass
import json
import os
import sys
from pathlib import Path

from stepwell.site.environment import Misconfigured

REFUSED = "stepwell: this does not fit together. Nothing was written. Try again."


def arguments(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("name", help="the name they sign in with")
    parser.add_argument("file", type=Path, help="where to write it; a new file")


def _asked(words: str) -> str:
    """One line, not shown on a screen; from a pipe, the next one."""
    return getpass.getpass(f"{words}: ") if sys.stdin.isatty() else sys.stdin.readline().rstrip("\n")


def run(given: argparse.Namespace) -> int:
    if given.file.exists():
        raise Misconfigured(f"stepwell: {given.file} is there already. Name a new file.")
    import django

    django.setup()
    from stepwell.ground.people.api import Step, export_of, keyring_of

    words = {
        Step.APP: "Code from your app",
        Step.PRINTED: "Printed code (a passkey cannot be asked here)",
        Step.PASSPHRASE: "Second passphrase",
    }
    keyring = keyring_of(given.name, _asked("Password"), lambda step: _asked(words[step]))
    if keyring is None:
        raise Misconfigured(REFUSED)
    handle = os.open(given.file, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600)
    with os.fdopen(handle, "w", encoding="utf-8") as file:
        json.dump(export_of(keyring), file, ensure_ascii=False, indent=2, default=str)
    sys.stdout.write(f"{given.file} holds everything in the open: keep it where only you can read it.\n")
    return 0
