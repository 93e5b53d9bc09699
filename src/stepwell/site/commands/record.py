"""`stepwell record`: whether a record that was taken away is whole, and an example of one. Needs no home."""

import argparse
import os
import sys
from pathlib import Path

from stepwell.site.environment import Misconfigured


def arguments(parser: argparse.ArgumentParser) -> None:
    verbs = parser.add_subparsers(dest="what", required=True, metavar="WHAT")
    verify = verbs.add_parser("verify", help="say whether a record is whole, or which event is not")
    verify.add_argument("file", help="the file that was taken away")
    example = verbs.add_parser("example", help="write the record of two made-up people")
    example.add_argument("file", type=Path, help="where to write it; a new file")


def run(given: argparse.Namespace) -> int:
    if given.what == "verify":
        from stepwell.ground.record import verify

        return verify.main([given.file])
    if given.file.exists():
        raise Misconfigured(f"stepwell: {given.file} is there already. Name a new file.")
    from stepwell.ground.record.example import written

    handle = os.open(given.file, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600)
    with os.fdopen(handle, "w", encoding="utf-8", newline="") as file:
        file.write(written())
    sys.stdout.write(f"{given.file} holds a record of two made-up people. Verify it, then change a letter.\n")
    return 0
