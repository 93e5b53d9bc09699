"""Whether something can be read off a clock: two samples of a request, and how likely their difference is.

Two that are the same in truth give a p below .01 once in a hundred times, and so one among eleven such pairs
in every ninth run. All of them together are judged by the least, times their number.
"""

import gc
import sys
import tempfile
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from math import erfc, sqrt
from pathlib import Path
from random import Random
from statistics import median
from time import perf_counter

from bench.figure import Figure

Ask = Callable[[], object]
SURE = 0.01


@dataclass(frozen=True)
class Compared:
    """p: how likely so large a difference of ranks is where there is none. Times are medians in ms."""

    what: str
    p: float
    one: float
    other: float

    def __str__(self) -> str:
        return f"{self.what}: p = {self.p:.3f} ({self.one:.3f} ms, {self.other:.3f} ms)"


def compared(
    ways: Sequence[Ask], asks: Mapping[str, tuple[Ask, Ask]], requests: int, *, warm: int
) -> list[Compared]:
    """By what is asked, under either of two ways that things may stand.

    asks: what comes before the measured request, and that request. The first ones, `warm`, are not counted.
    """
    times = _times(ways, asks, requests, warm)
    return [
        Compared(what, rank_sum(one, other), median(one), median(other))
        for what, (one, other) in times.items()
    ]


def _times(
    ways: Sequence[Ask], asks: Mapping[str, tuple[Ask, Ask]], requests: int, warm: int
) -> dict[str, tuple[list[float], list[float]]]:
    """Milliseconds for each way; in an order drawn by lot: a slow moment meets either alike."""
    order = [0, 1] * requests
    Random(1).shuffle(order)
    times: dict[str, tuple[list[float], list[float]]] = {what: ([], []) for what in asks}
    gc.freeze()
    for which in [0, 1] * warm + order:
        ways[which]()
        for what, (before, ask) in asks.items():
            before()
            began = perf_counter()
            ask()
            times[what][which].append((perf_counter() - began) * 1000)
    return {what: (one[warm:], other[warm:]) for what, (one, other) in times.items()}


def rank_sum(one: Sequence[float], other: Sequence[float]) -> float:
    """The two-sided p-value of Mann and Whitney's test, by the normal curve, with ties."""
    values = sorted([(value, 0) for value in one] + [(value, 1) for value in other])
    ranks, ties, at = 0.0, 0.0, 0
    while at < len(values):
        end = at
        while end < len(values) and values[end][0] == values[at][0]:
            end += 1
        count = end - at
        ranks += (at + end + 1) / 2 * sum(1 for _value, sample in values[at:end] if sample == 0)
        ties += count**3 - count
        at = end
    n, m = len(one), len(other)
    spread = n * m / 12 * ((n + m + 1) - ties / ((n + m) * (n + m - 1)))
    distance = abs(ranks - n * (n + m + 1) / 2)
    return erfc(max(0.0, distance - 0.5) / sqrt(spread) / sqrt(2)) if spread else 1.0


def adjusted(found: Sequence[Compared]) -> float:
    """How likely so small a least p is where none of them differs: Bonferroni's bound."""
    return min(1.0, min(each.p for each in found) * len(found))


def figure(what: str, found: Sequence[Compared], requests: int, command: str) -> Figure:
    """All of them together. command: what prints every one."""
    least = min(found, key=lambda each: each.p)
    return Figure(
        f"{what} by the clock, {len(found)} comparisons",
        f"p = {adjusted(found):.2f}",
        f"Two samples of {requests:,} requests each, in an order drawn by lot, by Mann and Whitney's test; "
        f"the least p of them is {least.p:.3f} ({least.what}), times their number. `{command}` prints every "
        "one.",
        f"more than {SURE:g}",
        adjusted(found) > SURE,
    )


def printed(comparisons: Callable[[int], list[Compared]], requests: int) -> int:
    """For the command line, whose word may be another number of requests. 1 where they differ."""
    from bench.house import open_house

    wanted = int(sys.argv[1]) if len(sys.argv) > 1 else requests
    with tempfile.TemporaryDirectory(prefix="stepwell-bench-") as folder:
        open_house(Path(folder))
        found = comparisons(wanted)
    for each in found:
        sys.stdout.write(f"{each}\n")
    sys.stdout.write(f"all {len(found)} together: p = {adjusted(found):.3f}\n")
    return 1 if adjusted(found) <= SURE else 0
