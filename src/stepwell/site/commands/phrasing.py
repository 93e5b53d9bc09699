"""`stepwell phrasing`: another way to say it, for the writer of a draft. Needs no home and no network."""

import argparse
import json
import sys
from collections.abc import Iterable
from typing import TextIO

WRONG = 2


def arguments(parser: argparse.ArgumentParser) -> None:
    parser.add_argument(
        "--json", action="store_true", help='read JSON lines {"id", "text"}, write JSON lines of findings'
    )


def run(given: argparse.Namespace) -> int:
    for stream in (sys.stdin, sys.stdout):
        if reconfigure := getattr(stream, "reconfigure", None):
            # A draft may hold half an emoji; it comes back as it came.
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
                'Each line is a JSON object with "id" and a text "text".\n'
            )
            return WRONG
        findings = [
            {"kind": one.kind, "start": one.start, "end": one.end, "why": one.why, "try": one.instead}
            for one in look(given["text"]).findings
        ]
        out.write(json.dumps({"id": given["id"], "findings": findings}, ensure_ascii=True) + "\n")
    return 0


def _given(line: str) -> dict[str, str] | None:
    try:
        given = json.loads(line)
    except (ValueError, RecursionError):
        return None
    if not isinstance(given, dict) or "id" not in given or not isinstance(given.get("text"), str):
        return None
    return given


def page(draft: str) -> str:
    """What a person reads in a terminal."""
    from stepwell.insight.phrasing.api import look

    seen = look(draft)
    parts = [
        f"“{draft[one.start : one.end]}” ({one.kind})\n  {one.why}\n"
        + (f"  Another way: {one.instead}\n" if one.instead else "")
        for one in seen.findings
    ]
    if seen.safety:
        parts.append(
            "This draft speaks of harm or fear. `stepwell serve` has a page of people to talk to: /help/\n"
        )
    return "\n".join(parts) if parts else "Nothing to mark.\n"
