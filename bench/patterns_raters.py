"""Raters and weeks unlike the couples: a steady rater, a rare and strong trigger, unlike days of the week."""

from collections.abc import Callable, Iterable
from dataclasses import dataclass, field

from bench.patterns_beside import beside
from bench.patterns_score import OURS, ours
from bench.patterns_worlds import REAL, World, rare_trigger, steady_rater, weekday_rhythm

DAYS = 365
WORLDS: dict[str, Callable[[int, int], World]] = {
    "steady rater": steady_rater,
    "rare, strong trigger": rare_trigger,
    "weekday rhythm": weekday_rhythm,
}


@dataclass
class Told:
    """Of one method. off: told number minus true points, where shown; misled: people with a false link."""

    off: list[float] = field(default_factory=list)
    misled: int = 0


@dataclass
class Raters:
    people: int = 0
    held: list[bool] = field(default_factory=list)  # whether our range holds the true points
    told: dict[str, Told] = field(default_factory=dict)


def raters(make: Callable[[int, int], World], seeds: Iterable[int]) -> Raters:
    found = Raters()
    for seed in seeds:
        one = make(seed, DAYS)
        found.people += 1
        shown, links = ours(one.diary)
        for method, said in {OURS: shown, **beside(one.diary)}.items():
            told = found.told.setdefault(method, Told())
            told.misled += any(key not in one.links for key in said)
            if REAL in one.links and REAL in said:
                told.off.append(said[REAL] - one.points[REAL])
        found.held += [
            link.low <= one.points[REAL] <= link.high
            for link in links
            if link.shown and one.links and link.factor == REAL[2]
        ]
    return found


def table(seeds: range) -> None:
    print(f"## Other raters\n\nSeeds {seeds[0]} to {seeds[-1]}, {DAYS} days, the last look.\n")
    for place, (name, make) in enumerate(WORLDS.items()):
        found = raters(make, seeds)
        if not place:
            print("| | " + " | ".join(found.told) + " |\n" + "| --- " * (len(found.told) + 1) + "|")
        if found.held:
            shares = (f"{len(t.off)} of {found.people}" for t in found.told.values())
            print(f"| {name}: found | " + " | ".join(shares) + " |")
            off = (f"{sum(t.off) / max(1, len(t.off)):+.2f}" for t in found.told.values())
            print(f"| {name}: told minus true, points | " + " | ".join(off) + " |")
            rest = " | " * (len(found.told) - 1)
            print(
                f"| {name}: 90 % range holds the true points | {sum(found.held)} of {len(found.held)}{rest} |"
            )
        misled = (f"{t.misled} of {found.people}" for t in found.told.values())
        print(f"| {name}: people with a false link | " + " | ".join(misled) + " |")
    print()
