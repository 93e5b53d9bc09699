"""Checks every pair of colours that the surface uses against WCAG 2.2 AA.

`python -m stepwell.ground.ui.check_contrast` writes the ratios into tokens.css.
It ends with 1 when a pair falls short.
"""

import re
import sys

from stepwell.ground.ui.colours import TOKENS, colours

TEXT, EDGE = 4.5, 3.0
PAIRS = (
    ("ink", "paper", TEXT), ("ink", "paper-raised", TEXT), ("ink", "paper-sunk", TEXT),
    ("ink", "water-wash", TEXT), ("ink", "brick-wash", TEXT),
    ("ink-soft", "paper", TEXT), ("ink-soft", "paper-raised", TEXT), ("ink-soft", "paper-sunk", TEXT),
    ("ink-soft", "water-wash", TEXT), ("ink-soft", "brick-wash", TEXT),
    ("ink-faint", "paper", TEXT), ("ink-faint", "paper-raised", TEXT), ("ink-faint", "paper-sunk", TEXT),
    ("water", "paper", TEXT), ("water", "paper-raised", TEXT), ("water", "paper-sunk", TEXT),
    ("water", "water-wash", TEXT), ("water-deep", "paper", TEXT), ("water-deep", "paper-sunk", TEXT),
    ("on-water", "water", TEXT), ("on-water", "water-deep", TEXT),
    ("brick", "paper", TEXT), ("brick", "paper-raised", TEXT), ("brick", "brick-wash", TEXT),
    ("edge", "paper", EDGE), ("edge", "paper-raised", EDGE), ("edge", "paper-sunk", EDGE),
)  # fmt: skip
START, END = "/* Contrast, checked", "   End of contrast. */\n"


def luminance(colour: str) -> float:
    channels = [int(colour[i : i + 2], 16) / 255 for i in (1, 3, 5)]
    linear = [c / 12.92 if c <= 0.04045 else ((c + 0.055) / 1.055) ** 2.4 for c in channels]
    return 0.2126 * linear[0] + 0.7152 * linear[1] + 0.0722 * linear[2]


def ratio(one: str, other: str) -> float:
    low, high = sorted((luminance(one), luminance(other)))
    return (high + 0.05) / (low + 0.05)


def ratios() -> list[tuple[str, float, float, float]]:
    """Each pair in words with its ratio in light, in dark, and the least it may be."""
    named = colours()
    found = []
    for front, back, least in PAIRS:
        light, dark = (ratio(named[front][i], named[back][i]) for i in (0, 1))
        found.append((f"{front} on {back}", light, dark, least))
    return found


def table() -> str:
    lines = [
        f"   {pair:<26} light {light:5.2f}   dark {dark:5.2f}   at least {least}"
        for pair, light, dark, least in ratios()
    ]
    return f"{START} by check_contrast.py; do not edit by hand.\n" + "\n".join(lines) + "\n" + END


def main() -> int:
    css = TOKENS.read_text("utf-8")
    css = re.sub(re.escape(START) + r".*?" + re.escape(END), "", css, flags=re.DOTALL).rstrip()
    TOKENS.write_text(f"{css}\n\n{table()}", "utf-8")
    short = [pair for pair, light, dark, least in ratios() if min(light, dark) < least]
    for pair in short:
        sys.stderr.write(f"{pair} falls short\n")
    return 1 if short else 0


if __name__ == "__main__":
    sys.exit(main())
