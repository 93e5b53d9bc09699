"""python -m bench.patterns [--quick] [--alone] [--only false,levels,raters,speed] [--seed N]

What the pattern engine finds and what it gets wrong, on made-up couples (patterns_worlds.py) that are looked
at again and again; beside what is usually done on the same days; and how long it takes. Prints every seed.
"""

import argparse
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from pathlib import Path

import numpy as np

from bench.patterns_levels import Levels, levels
from bench.patterns_raters import table as other_raters
from bench.patterns_score import LONG, OURS, Scores, score
from bench.patterns_speed import diary_csv
from stepwell.insight.patterns.api import analyse, in_bytes, parse

LENGTHS = (30, 60, 120, 365, 365, 730)


@dataclass(frozen=True)
class Scale:
    """couples: looked at every `every` days; empties: those without any link."""

    couples: int
    every: int
    empties: int
    levels: int
    raters: int
    rounds: int


QUICK = Scale(couples=36, every=14, empties=8, levels=18, raters=30, rounds=5)
FULL = Scale(couples=96, every=5, empties=24, levels=90, raters=60, rounds=15)


def plan(scale: Scale, seed: int) -> list[tuple[int, int, bool]]:
    """(seed, days, without any link)."""
    linked = [(seed + i, LENGTHS[i % len(LENGTHS)], False) for i in range(scale.couples)]
    return linked + [(seed + 500_000 + i, 365, True) for i in range(scale.empties)]


def false_and_found(scale: Scale, seed: int, *, others: bool) -> None:
    seeds = plan(scale, seed)
    print(
        f"## False and found\n\nSeeds {seed} to {seed + scale.couples - 1} (lengths {LENGTHS} in turn) and "
        f"{seed + 500_000} to {seed + 500_000 + scale.empties - 1} (no link, 365 days); looked at every "
        f"{scale.every} days from day 28.\n"
    )
    found = score(seeds, scale.every, others=others)
    _false_table(found)
    print("\n| found, by effect and days | " + " | ".join(found.tallies) + " |")
    print("| --- " * (len(found.tallies) + 1) + "|")
    for size, days in sorted(found.planted):
        shares = (f"{t.found[size, days] / found.planted[size, days]:.2f}" for t in found.tallies.values())
        print(f"| {size} SD, {days} days ({found.planted[size, days]}) | " + " | ".join(shares) + " |")
    print(
        f"\n90 % interval of {OURS} covers: planted links {_share(found.covered)}, of these the shown "
        f"{_share(found.covered_shown)}, links that are not {_share(found.covered_empty)}.\n"
    )


def _share(values: Sequence[bool]) -> str:
    return f"{sum(values) / max(1, len(values)):.3f} of {len(values)}"


def _false_table(found: Scores) -> None:
    lines: list[tuple[str, Callable[[str], str]]] = [
        ("false among shown, last look", lambda m: f"{found.tallies[m].discovered(ever=False):.3f}"),
        ("false among ever shown", lambda m: f"{found.tallies[m].discovered(ever=True):.3f}"),
        (
            "couples without any link ever misled",
            lambda m: f"{found.tallies[m].misled} of {found.tallies[m].empty}",
        ),
        ("found, d = .8, a year or more", lambda m: f"{found.found(m, 0.8, LONG):.3f}"),
        ("found, d = .5, a year or more", lambda m: f"{found.found(m, 0.5, LONG):.3f}"),
        ("found, d = .3, a year or more", lambda m: f"{found.found(m, 0.3, LONG):.3f}"),
        ("found, all links", lambda m: f"{found.found(m, None, 0):.3f}"),
        ("wrong sign, last look", lambda m: f"{found.tallies[m].wrong} of {found.tallies[m].true_now}"),
    ]
    print("| | " + " | ".join(found.tallies) + " |")
    print("| --- " * (len(found.tallies) + 1) + "|")
    for name, value in lines:
        print(f"| {name} | " + " | ".join(value(method) for method in found.tallies) + " |")


def turns_and_carrying(scale: Scale, seed: int) -> None:
    found: Levels = levels(range(seed + 700_000, seed + 700_000 + scale.levels))
    first, last = seed + 700_000, seed + 700_000 + scale.levels - 1
    print(f"## Turning points and carry-over\n\nSeeds {first} to {last}.\n")
    print("| | planted | found | false | tried |\n| --- | --- | --- | --- | --- |")
    for days, t in sorted(found.turns.items()):
        print(f"| turning points, {days} days | {t.planted} | {t.found} | {t.false} | {t.tried} |")
    for days, t in sorted(found.carried.items()):
        print(f"| carry-over, {days} days | {t.planted} | {t.found} | {t.false} | {t.tried} |")
    print(
        "\nA turning point is found when its range holds the planted day or its day is within two weeks."
        f" Ranges hold {found.held} of {found.near} planted days and are {found.wide:.0f} days long.\n"
    )


def speed(scale: Scale) -> None:
    print(
        "## Speed\n\nFrom the bytes of the file to those of the document, warm, best of several, CPU time.\n"
    )
    print("| | ms |\n| --- | --- |")
    for name, days, factors, outcomes in (
        ("a year, two people, 20 factors each, 1 outcome", 365, 20, 1),
        ("a year, two people, 20 factors each, 3 outcomes", 365, 20, 3),
        ("ten years, two people, 40 factors each, 3 outcomes", 3652, 40, 3),
    ):
        data = diary_csv(days, factors, outcomes)
        taken = []
        for _ in range(scale.rounds + 1):
            begun = time.process_time()
            in_bytes(analyse(parse(data)))
            taken.append(time.process_time() - begun)
        print(f"| {name} | {min(taken) * 1e3:.1f} |")
    print(f"| the command from cold, a year, wall time | {_cold(scale.rounds) * 1e3:.0f} |")
    print(f"| its memory at the most, ten years, 40 factors | {_memory('3652, 40, 3'):.0f} MB |")
    rows = "a hundred years of two people, 73,000 rows, 5 factors"
    print(f"| its memory at the most, {rows} | {_memory('36500, 5, 1, missed=0'):.0f} MB |\n")


def _cold(rounds: int) -> float:
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "ours.csv"
        path.write_bytes(diary_csv(365, 20, 3))
        taken = []
        for _ in range(rounds):
            begun = time.perf_counter()
            command = [sys.executable, "-m", "stepwell", "patterns", str(path), "--json"]
            subprocess.run(command, check=True, capture_output=True)
            taken.append(time.perf_counter() - begun)
    return min(taken)


def _memory(diary: str) -> float:
    code = (
        "import resource; from bench.patterns_speed import diary_csv;"
        "from stepwell.insight.patterns.api import analyse, in_bytes, parse;"
        f"in_bytes(analyse(parse(diary_csv({diary}))));"
        "print(resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024)"
    )
    done = subprocess.run([sys.executable, "-c", code], check=True, capture_output=True, text=True)
    return float(done.stdout)


def main(words: Sequence[str] | None = None) -> int:
    parser = argparse.ArgumentParser(prog="python -m bench.patterns", description=__doc__)
    parser.add_argument("--quick", action="store_true", help="a few minutes instead of half an hour")
    parser.add_argument("--only", default="false,levels,raters,speed", help="what to measure")
    parser.add_argument("--seed", type=int, default=2_000_000, help="the first; tuning used lower ones")
    parser.add_argument("--alone", action="store_true", help="not beside what is usually done: half the time")
    given = parser.parse_args(words)
    scale = QUICK if given.quick else FULL
    wanted = given.only.split(",")
    print(f"# Patterns, numpy {np.__version__}\n")
    if "false" in wanted:
        false_and_found(scale, given.seed, others=not given.alone)
    if "levels" in wanted:
        turns_and_carrying(scale, given.seed)
    if "raters" in wanted:
        other_raters(range(given.seed + 800_000, given.seed + 800_000 + scale.raters))
    if "speed" in wanted:
        speed(scale)
    return 0


if __name__ == "__main__":
    sys.exit(main())
