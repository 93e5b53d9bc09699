"""Turning points and carry-over in made-up couples: what is found, and what is found where there is none."""

from collections.abc import Iterable
from dataclasses import dataclass, field
from datetime import date

from bench.patterns_worlds import World, world
from stepwell.insight.patterns.api import Findings, Turn, analyse

LENGTHS = (120, 365, 730)
NEAR = 14  # days


@dataclass
class Told:
    planted: int = 0
    found: int = 0
    false: int = 0
    tried: int = 0


@dataclass
class Levels:
    """By days. held: planted days of found turns that lie in the range; near: found turns."""

    turns: dict[int, Told] = field(default_factory=dict)
    carried: dict[int, Told] = field(default_factory=dict)
    held: int = 0
    near: int = 0
    lengths: list[int] = field(default_factory=list)

    @property
    def wide(self) -> float:
        return sum(self.lengths) / max(1, len(self.lengths))


def levels(seeds: Iterable[int]) -> Levels:
    """A third of the couples have no links, and turns all the same."""
    found = Levels()
    for seed in seeds:
        days = LENGTHS[seed % len(LENGTHS)]
        couple = world(seed, days, empty=seed // len(LENGTHS) % 3 == 0)
        said = analyse(couple.diary)
        _turns(found, found.turns.setdefault(days, Told()), couple, said)
        told = found.carried.setdefault(days, Told())
        told.planted += len(couple.carried)
        told.tried += len(said.carried)
        for one in said.carried:
            true = (one.outcome, one.from_, one.to) in couple.carried
            told.found += one.shown and true
            told.false += one.shown and not true
    return found


def _turns(found: Levels, told: Told, couple: World, said: Findings) -> None:
    told.planted += len(couple.turns)
    told.tried += len(said.staying)
    left = list(couple.turns)
    for turn in said.turns:
        found.lengths.append((turn.last - turn.first).days)
        hit = next((planted for planted in left if _is(turn, planted)), None)
        if hit is None:
            told.false += 1
            continue
        left.remove(hit)
        told.found += 1
        found.near += 1
        found.held += turn.first <= hit[2] <= turn.last


def _is(turn: Turn, planted: tuple[str, str, date, float]) -> bool:
    outcome, partner, day, change = planted
    if (outcome, partner) != (turn.outcome, turn.partner) or (change > 0) != (turn.change > 0):
        return False
    return abs((turn.day - day).days) <= NEAR or turn.first <= day <= turn.last
