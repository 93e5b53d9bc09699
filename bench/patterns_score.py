"""Look at each made-up couple again and again, as people do, and count what each method says."""

from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass, field

from bench.patterns_beside import Shown, beside
from bench.patterns_worlds import World, world
from stepwell.insight.patterns.api import Diary, Link
from stepwell.insight.patterns.links import links
from stepwell.insight.patterns.series import series

OURS = "Stepwell"
FIRST_LOOK = 28
LONG = 365


@dataclass
class Tally:
    """What one method said, over all couples."""

    true_now: int = 0
    false_now: int = 0
    true_ever: int = 0
    false_ever: int = 0
    empty: int = 0  # couples without any link
    misled: int = 0  # of those, ever shown one
    wrong: int = 0  # shown in the wrong direction at the end
    found: Counter[tuple[float, int]] = field(default_factory=Counter)

    def discovered(self, *, ever: bool) -> float:
        """The share of false ones among all that was shown."""
        false, true = (self.false_ever, self.true_ever) if ever else (self.false_now, self.true_now)
        return false / max(1, false + true)


@dataclass
class Scores:
    planted: Counter[tuple[float, int]] = field(default_factory=Counter)  # by size and days
    tallies: dict[str, Tally] = field(default_factory=dict)
    covered: list[bool] = field(default_factory=list)  # planted links
    covered_shown: list[bool] = field(default_factory=list)
    covered_empty: list[bool] = field(default_factory=list)  # links that are not

    def found(self, method: str, size: float | None, least: int) -> float:
        """The share of planted links of this size that are shown after at least so many days."""
        wanted = [k for k in self.planted if size in (None, k[0]) and k[1] >= least]
        got = sum(self.tallies[method].found[k] for k in wanted)
        return got / max(1, sum(self.planted[k] for k in wanted))


def ours(diary: Diary) -> tuple[Shown, list[Link]]:
    found = links(diary, series(diary), {})
    return {_key(link): link.effect for link in found if link.shown}, found


def _key(link: Link) -> tuple[str, str, str, str]:
    return link.outcome, link.outcome_partner, link.factor, link.factor_partner


def score(seeds: Iterable[tuple[int, int, bool]], every: int, *, others: bool) -> Scores:
    """seeds: (seed, days, without any link). every: days between looks; the last day is always looked at."""
    found = Scores()
    for seed, days, empty in seeds:
        _add(found, world(seed, days, empty=empty), every, others)
    return found


def _add(scores: Scores, couple: World, every: int, others: bool) -> None:
    days = couple.diary.days
    looks = sorted({*range(FIRST_LOOK, days, every), days})
    ever: dict[str, set[tuple[str, str, str, str]]] = {}
    for look in looks:
        diary = couple.diary.until(look)
        shown, all_links = ours(diary)
        said = {OURS: shown, **(beside(diary) if others else {})}
        for method, links_ in said.items():
            ever.setdefault(method, set()).update(links_)
    scores.planted.update((abs(d), days) for d in couple.links.values())
    for method, shown in said.items():
        _count(scores.tallies.setdefault(method, Tally()), couple, shown, ever[method])
    _cover(scores, couple, all_links)


def _count(tally: Tally, couple: World, shown: Shown, ever: set[tuple[str, str, str, str]]) -> None:
    true = [key for key in shown if key in couple.links]
    tally.true_now += len(true)
    tally.false_now += len(shown) - len(true)
    tally.true_ever += sum(key in couple.links for key in ever)
    tally.false_ever += sum(key not in couple.links for key in ever)
    tally.wrong += sum((shown[key] > 0) != (couple.links[key] > 0) for key in true)
    tally.found.update((abs(couple.links[key]), couple.diary.days) for key in true)
    if not couple.links:
        tally.empty += 1
        tally.misled += bool(ever)


def _cover(scores: Scores, couple: World, all_links: list[Link]) -> None:
    for link in all_links:
        truth = couple.points.get(_key(link), 0.0)
        holds = link.low <= truth <= link.high
        if _key(link) not in couple.links:
            scores.covered_empty.append(holds)
            continue
        scores.covered.append(holds)
        if link.shown:
            scores.covered_shown.append(holds)
