"""Read a diary from CSV. What is malformed is named by line and column, and nothing is guessed.

date,partner,o:NAME...,t:NAME...,h:NAME...,r:NAME...,p:NAME...,c:NAME...
One row a partner and day, in any order; an empty cell was not answered. A line ends as on any system.
"""

from datetime import date
from pathlib import Path

import numpy as np

from stepwell.insight.patterns import cells, columns
from stepwell.insight.patterns.diary import PARTNERS, Diary, Numbers, Partner, Whole
from stepwell.insight.patterns.malformed import Malformed

LARGEST = 64 << 20  # bytes: many times the largest diary, and what a small machine can hold
LONGEST = 36_600  # days: a hundred years, so that a slip in a year is found and not computed


def read(path: Path) -> Diary:
    """Raises Malformed, or OSError where the file cannot be read."""
    with path.open("rb") as file:
        data = file.read(LARGEST + 1)
    if len(data) > LARGEST:
        raise Malformed(1, 1, "", f"the file holds more than {LARGEST >> 20} MB")
    return parse(data)


def parse(data: bytes) -> Diary:
    """The bytes of a file, UTF-8 with or without its mark, as a diary. Raises Malformed."""
    data = data.removeprefix(b"\xef\xbb\xbf").replace(b"\r\n", b"\n").replace(b"\r", b"\n")
    if not data.endswith(b"\n"):
        data += b"\n"
    head, _, body = data.partition(b"\n")
    names = columns.names(_text(data, head))
    rows = cells.quick(body, names)
    if rows is None:
        rows = cells.careful(_text(data, data), names)
    return _diary(names, rows)


def _text(data: bytes, part: bytes) -> str:
    try:
        return part.decode("utf-8")
    except UnicodeDecodeError as wrong:
        before = data[: wrong.start]
        line = before.count(b"\n") + 1
        unquoted = before.rpartition(b"\n")[2].split(b'"')[::2]
        column = sum(piece.count(b",") for piece in unquoted) + 1
        raise Malformed(line, column, "", "this is not UTF-8") from None


def _diary(names: list[str], rows: cells.Rows) -> Diary:
    if not len(rows.day):
        raise Malformed(2, 1, "date", "there is no day")
    first, last = int(rows.day.min()), int(rows.day.max())
    if last - first >= LONGEST:
        raise Malformed(_slipped(rows), 1, "date", "the days span more than a hundred years")
    _once(rows)
    outcomes = tuple(name for name in names[2:] if name.startswith("o:"))
    factors = tuple(name for name in names[2:] if not name.startswith("o:"))
    rated = np.array([name.startswith("o:") for name in names[2:]])
    days = last - first + 1
    partners = {}
    for number, partner in enumerate(PARTNERS):
        mine = rows.partner == number
        if mine.any():
            at = rows.day[mine] - first
            values = rows.values[mine]
            partners[partner] = Partner(
                _spread(values[:, rated], at, days), _spread(values[:, ~rated], at, days)
            )
    return Diary(date.fromordinal(first), days, outcomes, factors, partners)


def _slipped(rows: cells.Rows) -> int:
    """The line of the day that lies farthest from most of them; of two the earlier day."""
    far = np.abs(rows.day - np.median(rows.day))
    farthest = np.flatnonzero(far == far.max())
    return int(rows.line[farthest[rows.day[farthest].argmin()]])


def _spread(values: Numbers, at: Whole, days: int) -> Numbers:
    grid = np.full((days, values.shape[1]), np.nan)
    grid[at] = values
    return grid


def _once(rows: cells.Rows) -> None:
    key = rows.day * 2 + rows.partner
    _, first = np.unique(key, return_index=True)
    if len(first) < len(key):
        again = np.setdiff1d(np.arange(len(key)), first)
        line = int(rows.line[again].min())
        raise Malformed(line, 1, "date", "this day of this partner stands on an earlier line")
