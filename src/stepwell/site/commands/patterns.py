"""`stepwell patterns`: what the days of a diary say, with honest uncertainty. Needs no home and no Django."""

import argparse
import io
import sys
from pathlib import Path


def arguments(parser: argparse.ArgumentParser) -> None:
    which = parser.add_mutually_exclusive_group(required=True)
    which.add_argument("file", nargs="?", type=Path, metavar="FILE.csv", help="the diary")
    which.add_argument("--batch", action="store_true", help="read paths from standard input; one JSON a line")
    parser.add_argument("--json", action="store_true", help="one JSON document instead of a page")


def run(given: argparse.Namespace) -> int:
    if sys.stdout is None:  # closed before it began
        return _complain("stepwell: standard output is closed\n", 1)
    if given.batch:
        return _batch()
    from stepwell.insight.patterns import api

    try:
        findings = api.analyse(api.read(given.file))
    except ValueError as wrong:
        return _say(given.file, wrong)
    _write(api.in_bytes(findings) + b"\n" if given.json else api.page(findings).encode())
    return 0


def _batch() -> int:
    """A file that cannot be used has its line too, with an error in it, so that the order holds."""
    import json

    from stepwell.insight.patterns import api

    status = 0
    if isinstance(sys.stdin, io.TextIOWrapper):
        sys.stdin.reconfigure(errors="surrogateescape")  # a path is bytes, whatever the locale
    for line in sys.stdin or ():
        path = Path(line.rstrip("\r\n"))
        if not line.strip():
            continue
        try:
            told = api.in_bytes(api.analyse(api.read(path)))
        except (ValueError, OSError) as wrong:  # Malformed, or a path that no file can have
            status = _say(path, wrong)
            told = json.dumps({"schema": "patterns/1", "file": str(path), "error": _told(wrong)}).encode()
        _write(told + b"\n")
    return status


def _write(data: bytes) -> None:
    sys.stdout.buffer.write(data)
    sys.stdout.buffer.flush()


def _told(wrong: Exception) -> str:
    return wrong.strerror or "it cannot be read" if isinstance(wrong, OSError) else str(wrong)


def _say(path: Path, wrong: Exception) -> int:
    named = str(path).encode("unicode_escape").decode()
    return _complain(f"stepwell: {named}: {_told(wrong)}\n", 2)


def _complain(line: str, status: int) -> int:
    if sys.stderr is not None:
        sys.stderr.write(line)
    return status
