"""python -m bench [NAME…] [--small] [--into FILE]"""

import argparse
import sys
import tempfile
from collections.abc import Callable, Sequence
from contextlib import nullcontext
from pathlib import Path

from bench.figure import FULL, SMALL, Figure, Scale

ROOT = Path(__file__).resolve().parents[1]
# name: its heading in the results
NAMES = {
    "sealed": "Sealed rows",
    "pages": "Pages",
    "saving": "Saving",
    "help": "Help and the library",
    "gate": "The gate",
    "record": "The record",
    "agreements": "Agreements",
    "promises": "Promises",
    "journal": "A journal",
    "between": "Between two",
    "calendar": "The calendar",
    "dialogue": "A talk of two",
    "mutual": "Mutual answers",
    "menu": "A list and a round of two",
    "touch": "A quiet time of two",
    "near": "Pages of drawing near, full",
    "consent": "For this time",
    "phrasing": "Another way to say it",
    "size": "Size",
    "start": "Start and first visit",
    "sign-in": "Sign-in",
    "backup": "Backup and restore",
    "run": "From an empty checkout",
}
Measure = Callable[[], Sequence[Figure]]


def measures(scale: Scale, base: Path, home: Path) -> dict[str, Measure]:
    from bench import (
        agreements,
        between,
        calendar,
        consent,
        dialogue,
        fresh,
        gate,
        helping,
        journal,
        menu,
        mutual,
        near,
        pages,
        phrasing,
        promises,
        record,
        sealed,
        signing_in,
        starting,
        storing,
        touch,
    )

    return {
        "sealed": lambda: sealed.figures(scale),
        "pages": lambda: pages.pages(scale),
        "saving": lambda: pages.saving(scale),
        "help": lambda: helping.figures(scale, base),
        "gate": lambda: gate.figures(scale),
        "record": lambda: record.figures(scale),
        "agreements": lambda: agreements.figures(scale),
        "promises": lambda: promises.figures(scale),
        "journal": lambda: journal.figures(scale),
        "between": lambda: between.figures(scale),
        "calendar": lambda: calendar.figures(scale),
        "dialogue": lambda: dialogue.figures(scale, home),
        "menu": lambda: menu.figures(scale),
        "mutual": lambda: mutual.figures(scale),
        "touch": lambda: touch.figures(scale, home),
        "near": lambda: near.figures(scale),
        "consent": lambda: consent.figures(scale, home),
        "phrasing": lambda: phrasing.figures(scale),
        "size": lambda: storing.size(scale),
        "start": lambda: starting.figures(scale, base),
        "sign-in": lambda: [*signing_in.cost(scale), *signing_in.beside_pages(scale, home)],
        "backup": lambda: storing.backing_up(scale, base),
        "run": lambda: fresh.figures(ROOT, base),
    }


def arguments(words: Sequence[str] | None) -> argparse.Namespace:
    parser = argparse.ArgumentParser(prog="python -m bench", description=__doc__)
    parser.add_argument(
        "names", nargs="*", metavar="NAME", help=f"some of: {', '.join(NAMES)}; otherwise all"
    )
    parser.add_argument(
        "--small", action="store_true", help="only show that each still runs; no figure counts"
    )
    parser.add_argument("--into", type=Path, help="where to write; for a full run bench/RESULTS.md")
    given = parser.parse_args(words)
    unknown = [name for name in given.names if name not in NAMES]
    if unknown:
        parser.error(f"{unknown[0]} is not measured here; there are {', '.join(NAMES)}")
    return given


def main(words: Sequence[str] | None = None) -> int:
    given = arguments(words)
    asked = [name for name in NAMES if not given.names or name in given.names]
    with tempfile.TemporaryDirectory(prefix="stepwell-bench-") as folder:
        text = measured(asked, SMALL if given.small else FULL, Path(folder))
    into = given.into or (ROOT / "bench" / "RESULTS.md" if asked == list(NAMES) and not given.small else None)
    if into:
        into.write_text(text, encoding="utf-8")
        into.chmod(0o644)
    sys.stdout.write(text)
    return 0


def measured(asked: Sequence[str], scale: Scale, base: Path) -> str:
    from bench.house import open_house

    home = open_house(base)
    from bench import machine, report
    from stepwell.ground.vault.testing import quick_stretching

    described = machine.described(ROOT)
    groups = []
    with quick_stretching() if scale is SMALL else nullcontext():
        every = measures(scale, base, home)
        for name in asked:
            sys.stderr.write(f"measuring: {name}\n")
            groups.append((NAMES[name], every[name]()))
    return report.page(described, groups, small=scale is SMALL)


if __name__ == "__main__":
    sys.exit(main())
