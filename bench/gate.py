"""Whether the gate can be read off a clock: two samples of a page, and how likely their difference is.

`python -m bench.gate [REQUESTS]` prints a p-value for each pair; 2,000 of each unless it says otherwise.
Two that are the same in truth give a p below .01 once in a hundred times, and so one
among eleven such pairs in every ninth run. All of them together are judged by the least, times their number.
"""

import gc
import sys
import tempfile
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from math import erfc, sqrt
from pathlib import Path
from random import Random
from statistics import median
from time import perf_counter
from typing import TYPE_CHECKING

from bench.figure import Figure, Scale

if TYPE_CHECKING:
    from bench.visitor import Visitor
    from stepwell.ground.vault.api import Keyring
    from stepwell.own.safety.content import LeafV1

Ask = Callable[[], object]
REQUESTS = 2_000
SURE = 0.01
WARM = 30


@dataclass(frozen=True)
class Compared:
    """p: how likely so large a difference of ranks is where there is none. Times are medians in ms."""

    what: str
    p: float
    one: float
    other: float

    def __str__(self) -> str:
        return f"{self.what}: p = {self.p:.3f} ({self.one:.3f} ms, {self.other:.3f} ms)"


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


def comparisons(requests: int = REQUESTS) -> list[Compared]:
    """Alma's page of the gate and Ben's landing page, unanswered and for each cause that there is; then Ben's
    for a word of hers that was never said, and for each fate of one that was.

    It is one couple throughout. Before each request what Alma did is set to one of two, drawn by lot, outside
    the measured time: what differs between the samples is that, and nothing else.
    """
    from bench.visitor import Visitor
    from stepwell.ground.people.testing import make_person
    from stepwell.ground.spaces.testing import make_couple
    from stepwell.own.safety import leaf
    from stepwell.site.wsgi import application

    alma, ben = make_person("Kaja"), make_person("Lev")
    make_couple(alma, ben)
    keyring = alma.fresh().keyring
    hers = _asking(Visitor(application).enter(alma), "/mine/ground/")
    his = _asking(Visitor(application).enter(ben), "/landings/")
    found = []
    for cause, content in _causes().items():
        ways = [lambda how=how: leaf.change(keyring, how) for how in (_bare, lambda _, said=content: said)]
        found += _of(ways, {"her own page": hers, "his page": his}, f"unanswered and {cause}", requests)
    never, fates = _fates(keyring)
    for fate, way in fates.items():
        found += _of([never, way], {"his page": his}, f"a word never said and one {fate}", requests)
    return found


def _of(ways: Sequence[Ask], asks: dict[str, Ask], what: str, requests: int) -> list[Compared]:
    times = _times(ways, asks, requests)
    return [_compared(f"{whose}, {what}", *both) for whose, both in times.items()]


def _fates(keyring: "Keyring") -> tuple[Ask, dict[str, Ask]]:
    """Alma's word for the next landing: never said, and by its fate. None of them is for Ben to know."""
    from stepwell.ground.spaces.api import couple_of
    from stepwell.own.safety import leaf
    from stepwell.together.pathway import ready
    from stepwell.together.pathway.models import Place
    from stepwell.together.pathway.place import seen

    cleared = _causes()["cleared"]
    couple = couple_of(keyring)
    assert couple

    def never() -> None:
        Place.objects.within(keyring, couple.circle).delete()
        leaf.change(keyring, _bare)

    def said(content: "LeafV1") -> None:
        never()
        leaf.change(keyring, lambda _: content)
        ready.say_ready(keyring, seen(keyring, couple).turn)

    def taken_back() -> None:
        said(cleared)
        ready.take_back(keyring)

    held, counts = (lambda: said(_bare())), (lambda: said(cleared))
    return never, {"held back": held, "that counts": counts, "taken back": taken_back}


def _bare(_before: object = None) -> "LeafV1":
    from stepwell.own.safety.content import LeafV1

    return LeafV1()


def _causes() -> "dict[str, LeafV1]":
    from stepwell.own.safety.content import AnswersV1, LeafV1
    from stepwell.own.safety.leaf import today
    from stepwell.own.safety.questions import asked

    yes = {"cleared": (), "yes": ("a", "k"), "humiliated": ("h",), "own violence": ("hurt",)}
    keys = asked(apart=False)
    said = {cause: {key: key in some for key in keys} for cause, some in yes.items()}
    return {
        cause: LeafV1(answers=AnswersV1(day=today(), said=answers), rounds=1)
        for cause, answers in said.items()
    }


def _times(ways: Sequence[Ask], asks: dict[str, Ask], requests: int) -> dict[str, list[list[float]]]:
    """Milliseconds by page, for each way; in an order drawn by lot: a slow moment meets either alike."""
    order = [0, 1] * requests
    Random(1).shuffle(order)
    times: dict[str, list[list[float]]] = {whose: [[], []] for whose in asks}
    gc.freeze()
    for which in [0, 1] * WARM + order:
        ways[which]()
        for whose, ask in asks.items():
            ask()  # what setting the leaf left behind in this process is none of the page's
            began = perf_counter()
            ask()
            times[whose][which].append((perf_counter() - began) * 1000)
    return {whose: [sample[WARM:] for sample in both] for whose, both in times.items()}


def _compared(what: str, one: Sequence[float], other: Sequence[float]) -> Compared:
    return Compared(what, rank_sum(one, other), median(one), median(other))


def _asking(visitor: "Visitor", page: str) -> Ask:
    def ask() -> None:
        assert visitor.get(page).status == 200, page

    return ask


def adjusted(found: Sequence[Compared]) -> float:
    """How likely so small a least p is where none of them differs: Bonferroni's bound."""
    return min(1.0, min(each.p for each in found) * len(found))


def figures(scale: Scale) -> list[Figure]:
    found = comparisons(scale.gate)
    least = min(found, key=lambda each: each.p)
    return [
        Figure(
            f"the gate by the clock, {len(found)} comparisons",
            f"p = {adjusted(found):.2f}",
            f"Two samples of {scale.gate:,} requests each, in an order drawn by lot, by Mann and Whitney's "
            f"test; the least p of them is {least.p:.3f} ({least.what}), times their number. "
            f"`python -m bench.gate` takes {REQUESTS:,} of each and prints every one.",
            f"more than {SURE:g}",
            adjusted(found) > SURE,
        )
    ]


def main() -> int:
    from bench.house import open_house

    requests = int(sys.argv[1]) if len(sys.argv) > 1 else REQUESTS
    with tempfile.TemporaryDirectory(prefix="stepwell-bench-") as folder:
        open_house(Path(folder))
        found = comparisons(requests)
    for each in found:
        sys.stdout.write(f"{each}\n")
    sys.stdout.write(f"all {len(found)} together: p = {adjusted(found):.3f}\n")
    return 1 if adjusted(found) <= SURE else 0


if __name__ == "__main__":
    sys.exit(main())
