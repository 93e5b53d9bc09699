"""`stepwell export`: what one person has, into one open file. Needs what only that person knows."""

import argparse
import getpass
import json
import os
import sys
from pathlib import Path

from stepwell.site.environment import Misconfigured


def arguments(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("name", help="the name they sign in with")
    parser.add_argument("file", type=Path, help="where to write it; a new file")


def run(given: argparse.Namespace) -> int:
    if given.file.exists():
        raise Misconfigured(f"stepwell: {given.file} is there already. Name a new file.")
    import django

    django.setup()
    from stepwell.ground.people.api import export_of, keyring_of

    password = getpass.getpass("Password: ") if sys.stdin.isatty() else sys.stdin.readline().rstrip("\n")
    keyring = keyring_of(given.name, password)
    if keyring is None:
        raise Misconfigured("stepwell: this name and password do not belong together.")
    handle = os.open(given.file, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600)
    with os.fdopen(handle, "w", encoding="utf-8") as file:
        json.dump(export_of(keyring), file, ensure_ascii=False, indent=2, default=str)
    sys.stdout.write(f"{given.file} holds everything in the open: keep it where only you can read it.\n")
    return 0
