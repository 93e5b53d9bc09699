"""The rows of the file: a quick way for what is plain, and a careful way that finds what is wrong.

The quick way answers only where every cell is of a well-known form; both then give the same rows.
"""

import re
from array import array
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date

import numpy as np
import numpy.typing as npt

from stepwell.insight.patterns.columns import split
from stepwell.insight.patterns.diary import Numbers, Truth, Whole
from stepwell.insight.patterns.malformed import Malformed

DATE = re.compile(r"[0-9]{4}-[0-9]{2}-[0-9]{2}")
NUMBER = re.compile(r"-?[0-9]{1,3}(\.[0-9]{1,17})?")
COMMA, NEWLINE, DOT, ZERO, DASH = 44, 10, 46, 48, 45
AT_ONCE = 1 << 18  # bytes of the file
Bytes = npt.NDArray[np.uint8]


@dataclass(frozen=True, slots=True)
class Rows:
    """day: (rows,) ordinals; partner: 0 or 1; values: (rows, columns - 2); line: of the file, from 1."""

    day: Whole
    partner: Whole
    values: Numbers
    line: Whole


def quick(body: bytes, names: list[str]) -> Rows | None:
    """The rows, or None where the careful way has to look."""
    read: list[tuple[Whole, Whole, Numbers]] = []
    for piece in _pieces(body):
        found = _plain(piece, names)
        if found is None:
            return None
        read.append(found)
    if not read:
        return None
    day, partner, values = (np.concatenate(parts) for parts in zip(*read, strict=True))
    return Rows(day, partner, values, np.arange(2, len(day) + 2))


def _pieces(body: bytes) -> Iterator[Bytes]:
    """Whole lines, some at a time: what is needed to read them is many times as large as they are."""
    raw, start = np.frombuffer(body, np.uint8), 0
    while start < len(body):
        end = body.find(b"\n", start + AT_ONCE) + 1 or len(body)
        yield raw[start:end]
        start = end


def _plain(raw: Bytes, names: list[str]) -> tuple[Whole, Whole, Numbers] | None:
    """(day, partner, values) of whole lines."""
    ends = np.flatnonzero((raw == COMMA) | (raw == NEWLINE))
    width = len(names)
    if not len(ends) or len(ends) % width:
        return None
    newline = (raw[ends] == NEWLINE).reshape(-1, width)
    if newline[:, :-1].any() or not newline[:, -1].all():
        return None
    starts = np.concatenate(([0], ends[:-1] + 1)).reshape(-1, width)
    lengths = ends.reshape(-1, width) - starts
    days = _dates(raw, starts[:, 0], lengths[:, 0])
    partner = raw[starts[:, 1]].astype(np.int64) - ord("A")
    if days is None or (lengths[:, 1] != 1).any() or ((partner != 0) & (partner != 1)).any():
        return None
    values = _numbers(raw, starts[:, 2:], lengths[:, 2:])
    if values is None or not _fits(values, names):
        return None
    return days, partner, values


def _dates(raw: Bytes, starts: Whole, lengths: Whole) -> Whole | None:
    if (lengths != 10).any():
        return None
    letters = raw[starts[:, None] + np.arange(10)]
    digits = letters[:, [0, 1, 2, 3, 5, 6, 8, 9]].astype(np.int64) - ZERO
    if (letters[:, [4, 7]] != DASH).any() or (digits < 0).any() or (digits > 9).any():
        return None
    number = digits @ (10 ** np.arange(7, -1, -1))
    found, where = np.unique(number, return_inverse=True)
    try:
        days = [date(n // 10000, n // 100 % 100, n % 100).toordinal() for n in found.tolist()]
    except ValueError:
        return None
    return np.array(days, dtype=np.int64)[where]


def _numbers(raw: Bytes, starts: Whole, lengths: Whole) -> Numbers | None:
    """Cells like `7`, `10`, `7.25`, `10.0`; None where there is any other."""
    values = np.full(starts.shape, np.nan)
    for length in np.unique(lengths).tolist():
        if length > 12:
            return None
        if length:
            here = lengths == length
            found = _equally_long(raw[starts[here][:, None] + np.arange(length)])
            if found is None:
                return None
            values[here] = found
    return values


def _equally_long(letters: Bytes) -> Numbers | None:
    """(cells, length) -> (cells,): digits with at most one dot, which has digits on both sides."""
    length = letters.shape[1]
    dot = letters == DOT
    digit = letters.astype(np.int64) - ZERO
    ends = dot[:, 0] | dot[:, -1]
    if (~dot & ((digit < 0) | (digit > 9))).any() or (dot.sum(axis=1) > 1).any() or ends.any():
        return None
    decimals = np.where(dot.any(axis=1), length - 1 - dot.argmax(axis=1), 0)
    if (length - decimals - dot.any(axis=1) > 3).any():
        return None
    whole = np.zeros(len(letters), dtype=np.int64)
    for place in range(length):
        whole = np.where(dot[:, place], whole, whole * 10 + digit[:, place])
    return whole / 10.0**decimals


def _fits(values: Numbers, names: list[str]) -> bool:
    rated = _rated(names)
    there = np.isnan(values) | np.where(rated, values <= 10, (values == 0) | (values == 1))
    return bool(there.all())


def _rated(names: list[str]) -> Truth:
    return np.array([name[:2] in ("o:", "c:") for name in names[2:]])


def careful(text: str, names: list[str]) -> Rows:
    """Every line in turn. Raises Malformed at the first that is not as it should be."""
    days, partners, values, lines = array("q"), array("q"), array("d"), array("q")
    for number, line in enumerate(text.split("\n"), 1):
        if number == 1 or not line:
            continue
        cells = [cell.strip() for cell in split(line, number)]
        if len(cells) < len(names):
            raise Malformed(number, len(cells) + 1, names[len(cells)], "the line ends before this column")
        if len(cells) > len(names):
            more = "the line has more cells than there are columns; is there a decimal comma?"
            raise Malformed(number, len(names) + 1, "", more)
        days.append(_date(cells[0], number))
        partners.append(_partner(cells[1], number))
        values.extend([_value(*here, number) for here in zip(cells, names, range(1, 999), strict=False)][2:])
        lines.append(number)
    return Rows(
        np.array(days, dtype=np.int64),
        np.array(partners, dtype=np.int64),
        np.array(values, dtype=np.float64).reshape(len(days), len(names) - 2),
        np.array(lines, dtype=np.int64),
    )


def _date(cell: str, line: int) -> int:
    try:
        if DATE.fullmatch(cell):
            return date.fromisoformat(cell).toordinal()
    except ValueError:
        pass
    raise Malformed(line, 1, "date", "this is not a day as in 2026-05-01")


def _partner(cell: str, line: int) -> int:
    if cell not in ("A", "B"):
        raise Malformed(line, 2, "partner", "a partner is A or B")
    return ord(cell) - ord("A")


def _value(cell: str, name: str, column: int, line: int) -> float:
    if column <= 2 or not cell:
        return float("nan")
    rated = name[:2] in ("o:", "c:")
    if NUMBER.fullmatch(cell):
        value = float(cell)
        if 0.0 <= value <= 10.0 if rated else value in (0.0, 1.0):
            return value + 0.0
    wanted = "a number from 0 to 10" if rated else "0 or 1"
    if NUMBER.fullmatch(cell.replace(",", ".", 1)) and "," in cell:
        wanted += "; is there a decimal comma?"
    raise Malformed(line, column, name, f"this is not {wanted}")
