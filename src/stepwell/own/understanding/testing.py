"""Makers for the tests of other rooms: findings, as if days had been found to hold them."""

from collections.abc import Sequence
from datetime import date, timedelta
from random import Random

from stepwell.ground.vault.api import Keyring
from stepwell.own.understanding.content import FoundV1, LinkV1, SignalV1, State, TurnV1
from stepwell.own.understanding.finding import keep_found, stamp
from stepwell.own.understanding.sources import signals


def tell(keyring: Keyring, *some: SignalV1) -> None:
    """Seal these as what was found when they last looked; it holds until a source hands in something else.
    Signals that are not named have no days."""
    named = {one.key: one for one in some}
    every = tuple(named.get(key, SignalV1(key=key, days=0)) for key in signals())
    keep_found(keyring, FoundV1(stamp=stamp(keyring), signals=every))


def signal(
    key: str, *links: LinkV1, turns: Sequence[TurnV1] = (), weekend: float = 0.0, days: int = 214
) -> SignalV1:
    weekends = days * 2 // 7
    week = link("weekend", weekend, n_with=weekends, n_without=days - weekends) if weekend else None
    return SignalV1(
        key=key,
        days=days,
        since=date(2026, 1, 5) if days else None,
        links=links,
        turns=tuple(turns),
        weekend=weekend,
        more=min((link.more for link in links if link.more), default=None),
        week=week,
    )


def link(factor: str, effect: float, *, n_with: int = 41, n_without: int = 173) -> LinkV1:
    """Supported, with days that look as its number says."""
    with_, without = _heights(6.2 + effect, n_with), _heights(6.2, n_without)
    return LinkV1(
        factor=factor,
        state="supported",
        n_with=n_with,
        n_without=n_without,
        effect=effect,
        low=effect - 0.8,
        high=effect + 0.8,
        with_=with_,
        without=without,
        mean_with=_mean(with_),
        mean_without=_mean(without),
    )


def other(
    factor: str, state: State, *, n_with: int = 12, more: int | None = None, overlaps: tuple[str, ...] = ()
) -> LinkV1:
    """Anything but supported: it has no number."""
    return LinkV1(
        factor=factor,
        state=state,
        n_with=n_with,
        n_without=202,
        more=more,
        overlaps=overlaps,
        same_days=bool(overlaps),
    )


def turn(change: float, *, first: date = date(2026, 4, 6), last: date = date(2026, 5, 10)) -> TurnV1:
    lot, start = Random(4), first - timedelta(days=110)
    days = (last - start).days + 110
    before, after = 5.0, 5.0 + change
    settled = (first - start).days + ((last - first).days // 2)
    marks = [
        (n, float(min(10, max(0, round(lot.gauss(before if n < settled else after, 1.3))))))
        for n in range(days)
        if lot.random() > 0.2
    ]
    return TurnV1(
        first=first,
        last=last,
        change=change,
        start=start,
        marks=tuple(marks),
        before=(before - 1, before, before + 1),
        after=(after - 1, after, after + 1),
    )


def _heights(mean: float, n: int) -> tuple[int, ...]:
    lot, counts = Random(n), [0] * 11
    for _ in range(n):
        counts[min(10, max(0, round(lot.gauss(mean, 1.8))))] += 1
    return tuple(counts)


def _mean(counts: Sequence[int]) -> float:
    return sum(at * n for at, n in enumerate(counts)) / max(1, sum(counts))
