"""The table of expected.txt, read."""

from dataclasses import dataclass, field
from pathlib import Path

from tests.house.matrix.cast import VISITORS

METHODS = ("GET", "HEAD", "POST", "PUT", "DELETE", "OPTIONS")


@dataclass
class Row:
    name: str
    owner: str = ""
    # (method, visitor): the word, with a star where rows change
    cells: dict[tuple[str, str], str] = field(default_factory=dict)


def read() -> dict[str, Row]:
    rows: dict[str, Row] = {}
    row = Row("")
    for line in (Path(__file__).parent / "expected.txt").read_text("utf-8").splitlines():
        words = line.split()
        if not words or line.startswith("#"):
            continue
        if not line.startswith(" "):
            name = words.pop(0)
            assert name not in rows, f"{name} has two rows"
            row = rows[name] = Row(name)
            if words[0] == "of":
                row.owner = words[1]
                del words[:2]
        _read_cells(row, words)
    return rows


def _read_cells(row: Row, words: list[str]) -> None:
    methods, answers = words[: -len(VISITORS)], words[-len(VISITORS) :]
    assert methods, f"{row.name}: a line names its methods"
    assert set(methods) <= set(METHODS), f"{row.name}: {methods}"
    for method in methods:
        for visitor, word in zip(VISITORS, answers, strict=True):
            assert (method, visitor) not in row.cells, f"{row.name} {method} stands there twice"
            row.cells[method, visitor] = word


TABLE = read()
