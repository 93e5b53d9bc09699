"""Colours as the tokens name them, for the few places a style sheet cannot reach."""

import re
from functools import cache
from pathlib import Path

TOKENS = Path(__file__).parent / "static" / "ui" / "tokens.css"
PAIR = re.compile(r"--([\w-]+):\s*light-dark\((#[0-9a-f]{6}), (#[0-9a-f]{6})\)")


@cache
def colours() -> dict[str, tuple[str, str]]:
    """Name without dashes to (light, dark), each `#rrggbb`."""
    return {name: (light, dark) for name, light, dark in PAIR.findall(TOKENS.read_text("utf-8"))}


def papers() -> tuple[str, str]:
    return colours()["paper"]
