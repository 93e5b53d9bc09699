"""`stepwell phrasing`: another way to say it, for the writer of a draft. Needs no home and no network."""

import argparse
import json
import sys
from collections.abc import Iterable
from typing import Any, TextIO

WRONG = 2
HELP = """Some of these words speak of harm or of fear. Nobody is told, and nothing is kept.
There are people you can talk to, at any hour. Numbers by country: https://findahelpline.com
or the page /help/ of Stepwell (`stepwell serve`). In danger now, call your local emergency number.
"""


def arguments(parser: argparse.ArgumentParser) -> None:
    parser.add_argument(
        "--json",
        action="store_true",
        help='read JSON lines {"id", "text"}, write JSON lines of findings; blank lines are passed over',
    )


def run(given: argparse.Namespace) -> int:
    for stream in (sys.stdin, sys.stdout):
        if reconfigure := getattr(stream, "reconfigure", None):
            # A draft may hold half a character; in a page for a person it comes back as it came.
            reconfigure(encoding="utf-8", errors="surrogateescape", newline="\n")
    if given.json:
        return _lines(sys.stdin, sys.stdout)
    sys.stdout.write(page(sys.stdin.read()))
    return 0


def _lines(lines: Iterable[str], out: TextIO) -> int:
    from stepwell.insight.phrasing.api import look

    for number, line in enumerate(lines, 1):
        if not line.strip():
            continue
        given = _given(line)
        if given is None:
            out.flush()
            sys.stderr.write(
                f"stepwell: line {number} is not a draft. "
                'Each line is a JSON object in UTF-8 with "id" and a text "text".\n'
            )
            return WRONG
        findings = [
            {"kind": one.kind, "start": one.start, "end": one.end, "why": one.why, "try": one.instead}
            for one in look(given["text"]).findings
        ]
        out.write(json.dumps({"id": given["id"], "findings": findings}, ensure_ascii=True) + "\n")
    return 0


def _given(line: str) -> dict[str, Any] | None:
    """None for what is no draft, as bytes that are no UTF-8 or an id that JSON cannot hold."""
    try:
        line.encode("utf-8")
        given = json.loads(line, parse_constant=_no_number)
        if not isinstance(given, dict) or "id" not in given or not isinstance(given.get("text"), str):
            return None
        json.dumps(given["id"], allow_nan=False)
    except (ValueError, RecursionError):
        return None
    return given


def _no_number(name: str) -> None:
    raise ValueError(name)


def page(draft: str) -> str:
    """What a person reads in a terminal."""
    from stepwell.insight.phrasing.api import look

    seen = look(draft)
    if seen.safety:
        return HELP
    parts = [
        f"“{draft[one.start : one.end]}” ({one.kind})\n  {one.why}\n"
        + (f"  Another way: {one.instead}\n" if one.instead else "")
        for one in seen.findings
    ]
    return "\n".join(parts) if parts else "Nothing to mark.\n"
