"""A link as squares to hold a camera to."""

from dataclasses import dataclass

import segno

QUIET = 4


@dataclass(frozen=True)
class Squares:
    """`path` for an SVG of `size` by `size` units, with the quiet edge around it that cameras need."""

    size: int
    path: str


def squares(link: str) -> Squares:
    rows = [bytes(row) for row in segno.make(link, error="m", micro=False).matrix]
    path = "".join(
        f"M{QUIET + start} {QUIET + down}h{length}v1h-{length}z"
        for down, row in enumerate(rows)
        for start, length in _runs(row)
    )
    return Squares(len(rows) + 2 * QUIET, path)


def _runs(row: bytes) -> list[tuple[int, int]]:
    """(start, length) of every run of dark squares."""
    runs, start = [], 0
    for dark, length in ((part[:1] == b"\x01", len(part)) for part in _parts(row)):
        if dark:
            runs.append((start, length))
        start += length
    return runs


def _parts(row: bytes) -> list[bytes]:
    parts: list[bytes] = []
    for at in range(len(row)):
        one = row[at : at + 1]
        if parts and parts[-1][:1] == one:
            parts[-1] += one
        else:
            parts.append(one)
    return parts
