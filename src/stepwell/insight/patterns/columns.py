"""The first line of the file: what each column is called."""

import unicodedata

from stepwell.insight.patterns.diary import EXPECTED, OUTCOME
from stepwell.insight.patterns.malformed import Malformed

MOST = 400
PREFIXES = (OUTCOME, *EXPECTED)


def names(line: str) -> list[str]:
    """The headings in order. Raises Malformed."""
    found = [_plain(cell) for cell in split(line, 1)]
    if found[0] != "date":
        raise Malformed(1, 1, found[0], "the first column is called date")
    if len(found) < 2 or found[1] != "partner":
        raise Malformed(1, 2, found[1] if len(found) > 1 else "", "the second column is called partner")
    if len(found) > MOST:
        raise Malformed(1, MOST + 1, found[MOST], f"there are more than {MOST} columns")
    seen: set[str] = set(found[:2])
    for number, name in enumerate(found[2:], 3):
        _well_named(name, number)
        if name in seen:
            raise Malformed(1, number, name, "this column is there twice")
        seen.add(name)
    if not any(name.startswith(OUTCOME) for name in found):
        raise Malformed(1, 3, found[2] if len(found) > 2 else "", "there is no outcome (o:)")
    return found


def _plain(cell: str) -> str:
    """One way to write a name: what looks the same, and `t: phone` beside `t:phone`, is the same."""
    name = unicodedata.normalize("NFC", cell.strip())
    return name[:2] + name[2:].strip() if name.startswith(PREFIXES) else name


def _well_named(name: str, number: int) -> None:
    if not name.startswith(PREFIXES):
        raise Malformed(1, number, name, f"a column begins with one of {' '.join(PREFIXES)}")
    if not name[2:].strip():
        raise Malformed(1, number, name, "this column has no name")
    if not name.isprintable():
        raise Malformed(1, number, "", "a name holds only letters that can be printed")


def split(line: str, number: int) -> list[str]:
    """The cells of one line, quoted ones too. Raises Malformed where a quote does not close on its line."""
    if '"' not in line:
        return line.split(",")
    found: list[str] = []
    rest = line
    while True:
        if rest.startswith('"'):
            cell, rest = _quoted(rest, number, len(found) + 1)
        else:
            cell, comma, after = rest.partition(",")
            if '"' in cell:
                raise Malformed(number, len(found) + 1, "", "a quote stands inside a cell")
            rest = comma + after
        found.append(cell)
        if not rest:
            return found
        rest = rest[1:]


def _quoted(rest: str, line: int, column: int) -> tuple[str, str]:
    end = 1
    while True:
        end = rest.find('"', end)
        if end < 0:
            raise Malformed(line, column, "", "a quote is not closed on its line")
        if rest[end + 1 : end + 2] != '"':
            break
        end += 2
    after = rest[end + 1 :]
    if after and not after.startswith(","):
        raise Malformed(line, column, "", "something follows the closing quote")
    return rest[1:end].replace('""', '"'), after
