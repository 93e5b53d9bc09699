"""python -m bench.patterns_real FOLDER [--runs N] [--seed N]

Public diary data that nobody here made, in a folder of the reader's own: what was published of them, and what
the engine says. The data are not part of this project; docs/patterns.md names their sources.
"""

import argparse
import csv
import sys
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from pathlib import Path

import numpy as np

from bench.patterns_beside import beside
from bench.patterns_score import ours
from bench.patterns_worlds import Numbers
from stepwell.insight.patterns.api import Diary, Partner, analyse
from stepwell.insight.patterns.series import series
from stepwell.insight.patterns.trial import scores

SIGNALS = ("mood_down", "mood_satisfi", "mood_anxious")
HARD = ("mood_irritat", "mood_down", "mood_lonely", "mood_anxious", "mood_guilty", "mood_doubt")
NOT_FACTORS = ("mood_", "date", "study_day", "beep", "soc_who", "resp_")


@dataclass(frozen=True)
class Gate:
    what: str
    published: str
    here: str
    holds: bool


def table(path: Path) -> dict[str, list[str]]:
    with path.open(encoding="utf-8", newline="") as file:
        rows = list(csv.DictReader(file))
    return {name: [row[name] for row in rows] for name in rows[0]}


def numbers(column: Sequence[str]) -> Numbers:
    return np.array([float(cell) if cell not in ("", "NA") else np.nan for cell in column])


def one_person(outcome: Numbers, factor: Numbers, name: str) -> tuple[float, float] | None:
    """The engine's estimate of one link in one short diary, in the factor's own unit, and its weight."""
    swing = 2 * float(np.nanstd(factor)) if name.startswith("c:") else 1.0
    if np.nanstd(factor) == 0 or np.nanstd(outcome) == 0:
        return None
    partner = {"A": Partner(outcome[:, None], factor[:, None])}
    found = series(Diary(date(2026, 1, 5), len(outcome), ("o:it",), (name,), partner))
    if not found or not found[0].trials:
        return None
    trial = found[0].trials[0]
    return float(scores(trial)[0][0]) / swing, float(trial.weight[0]) * swing**2


def pooled(estimates: list[tuple[float, float] | None]) -> tuple[float, float]:
    """The slope within people, each weighted by how much they varied, and its error over people."""
    known = np.array([one for one in estimates if one is not None])
    effect, share = known[:, 0], known[:, 1] / known[:, 1].sum()
    mean = float(effect @ share)
    return mean, float(np.sqrt((share**2) @ (effect - mean) ** 2))


def work_stress(folder: Path) -> Gate:
    t = table(folder / "bl_ch9_workstress_21d.csv")
    person, x = np.array(t["person"]), numbers(t["work_stressors"])
    y = numbers(t["relationship_dissatisfaction"])
    mean, error = pooled(
        [one_person(y[person == p], x[person == p], "c:it") for p in dict.fromkeys(t["person"])]
    )
    here = f"{mean:.3f} (SE {error:.3f})"
    return Gate(
        "work stressors, same day, 100 women", "0.1585 (SE 0.0253)", here, abs(mean - 0.1585) < 2 * 0.0253
    )


def conflict(folder: Path) -> Gate:
    t = table(folder / "bl_ch5_intimacy_28d.csv")
    person, x, y = np.array(t["person"]), numbers(t["conflict"]), numbers(t["intimacy"])
    quality = dict(zip(t["person"], t["relqual"], strict=True))
    low, high = (
        pooled(
            [one_person(y[person == p], x[person == p], "t:it") for p, q in quality.items() if q == wanted]
        )
        for wanted in "01"
    )
    difference = high[0] - low[0]
    here = f"{low[0]:.2f} (SE {low[1]:.2f}); {difference:+.2f}"
    holds = abs(low[0] + 2.02) < 2 * 0.37 and 0.03 <= difference <= 2.0
    return Gate(
        "conflict and intimacy: low quality; difference", "-2.02 (SE 0.37); +1 [0.03, 2.00]", here, holds
    )


def one_man(folder: Path) -> tuple[dict[str, Numbers], date]:
    """Daily means of each item over all days; the first day."""
    t = table(folder / "kossakowski_n1_239d.csv")
    day = numbers(t["study_day"]).astype(int)
    days = int(day.max())
    found = {}
    for name, column in t.items():
        if name.startswith(("date", "beep", "study_day", "resp_")):
            continue
        values, known = numbers(column), ~np.isnan(numbers(column))
        count = np.bincount(day[known] - 1, minlength=days)
        total = np.bincount(day[known] - 1, values[known], minlength=days)
        found[name] = np.where(count > 0, total / np.maximum(count, 1), np.nan)
    return found, date.fromisoformat(t["date"][0])


def turn(folder: Path) -> Gate:
    items, start = one_man(folder)
    hard = np.column_stack([items[name] for name in HARD]).mean(axis=1)
    outcomes = np.column_stack((hard, items["mood_down"]))
    diary = Diary(start, len(hard), ("o:hard", "o:down"), ("t:none",), {"A": _alone(outcomes)})
    turns = analyse(diary).turns
    said = "; ".join(
        f"{x.outcome[2:]} day {(x.day - start).days + 1}"
        f" ({(x.first - start).days + 1} to {(x.last - start).days + 1}), {x.change:+.2f}"
        for x in turns
    )
    near = any(abs((x.day - start).days + 1 - 127) <= 7 for x in turns)
    return Gate("the turn of one man's mood while tapering", "near day 127", said or "none", near)


def _alone(outcomes: Numbers) -> Partner:
    return Partner(outcomes, np.full((len(outcomes), 1), np.nan))


def shifted(folder: Path, runs: int, seed: int) -> list[Gate]:
    """Every factor moved round by its own number of days, so that no link is true."""
    items, start = one_man(folder)
    names = [n for n in items if not n.startswith(NOT_FACTORS) and np.nanstd(items[n]) > 0]
    factors = np.column_stack([items[name] for name in names])
    outcomes = np.column_stack([items[name] for name in SIGNALS])
    rng, said = np.random.default_rng(seed), {"Stepwell": 0}
    for _ in range(runs):
        moves = rng.integers(20, len(factors) - 20, len(names))
        moved = np.column_stack([np.roll(c, int(m)) for c, m in zip(factors.T, moves, strict=True)])
        there = {"A": Partner(outcomes, moved)}
        diary = Diary(
            start, len(moved), tuple(f"o:{n}" for n in SIGNALS), tuple(f"c:{n}" for n in names), there
        )
        said["Stepwell"] += bool(ours(diary)[0])
        for method, links in beside(diary).items():
            said[method] = said.get(method, 0) + bool(links)
    what = f"false links: {len(names)} shifted factors, {len(SIGNALS)} signals, {runs} runs"
    return [
        Gate(f"{what}: {method}", "at most 5 %" if method == "Stepwell" else "", f"{n / runs:.1%}",
             n <= 0.05 * runs or method != "Stepwell")
        for method, n in said.items()
    ]  # fmt: skip


def main(words: Sequence[str] | None = None) -> int:
    parser = argparse.ArgumentParser(prog="python -m bench.patterns_real", description=__doc__)
    parser.add_argument("folder", type=Path)
    parser.add_argument("--runs", type=int, default=100)
    parser.add_argument("--seed", type=int, default=2012)
    given = parser.parse_args(words)
    gates = [work_stress(given.folder), conflict(given.folder), turn(given.folder)]
    gates += shifted(given.folder, given.runs, given.seed)
    print(f"seed {given.seed}\n\n| what | published or aimed at | here | holds |\n| --- | --- | --- | --- |")
    for gate in gates:
        print(f"| {gate.what} | {gate.published} | {gate.here} | {'yes' if gate.holds else 'NO'} |")
    return 0 if all(gate.holds for gate in gates) else 1


if __name__ == "__main__":
    sys.exit(main())
