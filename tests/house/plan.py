"""The plan of the house, as the tests of it read it."""

import ast
from collections.abc import Iterator
from functools import cache
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
SRC = ROOT / "src" / "stepwell"
# From the ground up. What stands later may look at what stands before it, never the other way.
RISING = ["privacy", "ui", "vault", "people", "spaces", "record", "live", "notices"]
RISING += ["understanding", "safety", "selfcare", "learning", "journal", "pace"]
RISING += ["between", "calendar", "checkins", "pathway"]
RISING += ["agreements", "promises", "questions", "dialogue", "letters", "repair"]
RISING += ["menu", "touch", "consent", "affection", "openness", "site"]
MAY_SEE_SURFACE = set(RISING) - {"privacy", "vault"}


def room_of(path: Path) -> str:
    """The room a file belongs to: `vault`, `checkins`, `site`; empty for the package itself."""
    parts = path.relative_to(SRC).parts
    if parts[0] == "site":
        return "site"
    return parts[1] if len(parts) > 2 else ""


def may_see(viewer: str, seen: str) -> bool:
    if seen == "ui":
        return viewer in MAY_SEE_SURFACE
    return RISING.index(seen) <= RISING.index(viewer)


def python_files(*, tests: bool = False, migrations: bool = False) -> list[Path]:
    found = sorted(SRC.rglob("*.py"))
    return [
        path
        for path in found
        if (tests or "tests" not in path.parts) and (migrations or "migrations" not in path.parts)
    ]


def templates() -> list[Path]:
    return sorted(path for path in SRC.rglob("templates/**/*") if path.is_file())


@cache
def tree(path: Path) -> ast.Module:
    return ast.parse(path.read_text("utf-8"))


def imported(path: Path) -> Iterator[str]:
    """Dotted names of what a file imports of ours, wherever in the file."""
    for node in ast.walk(tree(path)):
        if isinstance(node, ast.ImportFrom) and node.module and node.module.startswith("stepwell"):
            yield from (f"{node.module}.{name.name}" for name in node.names)
        elif isinstance(node, ast.Import):
            yield from (name.name for name in node.names if name.name.startswith("stepwell"))


def short(path: Path) -> str:
    return str(path.relative_to(ROOT))
