"""What was ever sealed stays readable: of every version of every kind there is an example, never rewritten.

An example lies in `tests/examples` of its room, `check-in-1.json`: what it is of, called as the model or the
constant of the kind is, and its version. More of the same version lie beside it: `check-in-1-least.json`.
"""

import ast
import json
import re
from collections.abc import Iterator
from dataclasses import dataclass
from importlib import import_module
from pathlib import Path
from typing import Any

import pytest

from stepwell.ground.vault.api import Kind
from tests.house.plan import SRC, python_files, short, tree

NAMED = re.compile(r"(?P<of>[a-z-]+)-(?P<version>\d+)(-[a-z-]+)?")
# Examples that would be written in fewer words now, and why.
SHORTER = {"src/stepwell/own/safety/tests/examples/leaf-1-least.json": "an empty filling is left out"}


@dataclass(frozen=True)
class Sealed:
    kind: Kind[Any]
    folder: Path
    names: frozenset[str]


def _name(path: Path) -> str:
    return ".".join(path.relative_to(SRC.parent).with_suffix("").parts)


def _kebab(words: str) -> str:
    return re.sub(r"(?<=[a-z])(?=[A-Z])|_", "-", words).lower()


def _made(path: Path) -> int:
    """How many kinds a file makes, wherever in it."""
    calls = (node.func for node in ast.walk(tree(path)) if isinstance(node, ast.Call))
    return sum(isinstance(called, ast.Name) and called.id == "Kind" for called in calls)


def _sealed(path: Path) -> Iterator[Sealed]:
    """The kinds that stand in a file under a name of their own."""
    folder = SRC.joinpath(*path.relative_to(SRC).parts[:2], "tests", "examples")
    for constant, kind in vars(import_module(_name(path))).items():
        if isinstance(kind, Kind):
            yield Sealed(kind, folder, frozenset({_kebab(constant), _kebab(kind.name.split(".")[1])}))


MAKERS = [path for path in python_files() if _made(path)]
EVERY = [sealed for path in MAKERS for sealed in _sealed(path)]
EXAMPLES = sorted(SRC.rglob("tests/examples/*"))


@pytest.mark.parametrize("path", MAKERS, ids=short)
def test_every_kind_stands_under_a_name_of_its_own(path: Path) -> None:
    assert len(list(_sealed(path))) == _made(path)


@pytest.mark.parametrize("sealed", EVERY, ids=lambda sealed: sealed.kind.name)
def test_every_version_has_an_example(sealed: Sealed) -> None:
    for version in range(1, sealed.kind.version + 1):
        wanted = [sealed.folder / f"{name}-{version}.json" for name in sealed.names]
        assert any(path in EXAMPLES for path in wanted), f"an example of version {version}"


@pytest.mark.parametrize("example", EXAMPLES, ids=short)
def test_every_example_ever_shipped_is_read_and_nothing_of_it_is_dropped(example: Path) -> None:
    named = NAMED.fullmatch(example.stem)
    assert named
    (kind,) = (one.kind for one in EVERY if one.folder == example.parent and named["of"] in one.names)
    data = example.read_bytes().strip()
    assert json.loads(data)["v"] == int(named["version"])
    content = kind.decode(data)
    assert kind.decode(kind.encode(content)) == content
    if int(named["version"]) == kind.version:
        assert (kind.encode(content) == data) is (short(example) not in SHORTER)
