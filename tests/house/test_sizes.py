"""Small files and small functions: 200 lines and 30 lines at the ninetieth percentile."""

import ast
from pathlib import Path

from tests.house.plan import python_files, short, tree

LARGEST = 300
# path: why it may be longer than LARGEST lines
MAY_BE_LONG: dict[str, str] = {
    "src/stepwell/ground/record/verify.py": "it is given away as one file, and read where nothing else is",
    "src/stepwell/ground/vault/tests/test_circles.py": "every way to forge an epoch, read best side by side",
}


def _ninetieth(sizes: list[int]) -> int:
    return sorted(sizes)[int(len(sizes) * 0.9)]


def _lines(path: Path) -> int:
    return len(path.read_text("utf-8").splitlines())


def test_files_are_small():
    sizes = {short(path): _lines(path) for path in python_files(tests=True)}
    assert _ninetieth(list(sizes.values())) <= 200
    too_long = {name: size for name, size in sizes.items() if size > LARGEST and name not in MAY_BE_LONG}
    assert not too_long
    assert not [name for name in MAY_BE_LONG if sizes.get(name, 0) <= LARGEST], "no longer needed in the list"


def test_functions_are_small():
    sizes = [
        (node.end_lineno or node.lineno) - node.lineno + 1
        for path in python_files()
        for node in ast.walk(tree(path))
        if isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef)
    ]
    assert _ninetieth(sizes) <= 30


def test_no_file_is_named_after_nothing():
    empty_words = {"utils", "helpers", "common", "misc", "manager", "handler", "base"}
    assert not [short(path) for path in python_files(tests=True) if path.stem in empty_words]
