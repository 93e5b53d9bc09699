"""The engine asked about one person's days, and what it says as it is kept."""

from collections.abc import Iterable, Mapping
from datetime import date, timedelta
from typing import Any

import numpy as np
import numpy.typing as npt
from msgspec.structs import replace

from stepwell.ground.vault.api import Keyring
from stepwell.insight.patterns.api import Diary, Findings, Link, Turn, analyse, more_days, state
from stepwell.own.understanding.content import LinkV1, SignalV1, State, TurnV1
from stepwell.own.understanding.days import ME, days_of, diary_of
from stepwell.own.understanding.sentences import ENOUGH_DAYS
from stepwell.own.understanding.sources import signals

Ratings = npt.NDArray[np.float64]
AROUND = timedelta(days=120)


Named = Mapping[str, Mapping[str, date]]
Found = tuple[tuple[SignalV1, ...], tuple[str, ...]]


def compute(keyring: Keyring, watched: Named) -> Found:
    """Opens every day of every source. watched: signal -> factor -> the day on which it was named.

    Gives what is found, and every factor that is noted anywhere.
    """
    days = days_of(keyring)
    noted = tuple(sorted(days.noted))
    diary = diary_of(days, frozenset(factor for some in watched.values() for factor in some))
    if diary is None:
        return tuple(SignalV1(key=key, days=0) for key in signals()), noted
    said = analyse(diary, {f"o:{key}": some for key, some in watched.items() if some})
    return tuple(_signal(diary, said, at, key) for at, key in enumerate(signals())), noted


def _signal(diary: Diary, said: Findings, at: int, key: str) -> SignalV1:
    name, values = f"o:{key}", diary.partners[ME].outcomes[:, at]
    rows = np.flatnonzero(~np.isnan(values))
    mine = [link for link in said.links if link.outcome == name]
    links = tuple(_link(diary, link, values) for link in mine)
    weekend = next((one.effect for one in said.weekends if one.outcome == name and one.shown), 0.0)
    return SignalV1(
        key=key,
        days=len(rows),
        since=diary.day(int(rows[0])) if len(rows) else None,
        links=links,
        turns=tuple(_turn(diary, turn, values) for turn in said.turns if turn.outcome == name and turn.shown),
        weekend=weekend,
        more=min((link.more for link in links if link.more), default=None),
        week=_week(diary, weekend, values) if weekend else None,
    )


def _link(diary: Diary, link: Link, values: Ratings) -> LinkV1:
    told: State = state(link).value
    plain = LinkV1(factor=link.factor, state=told, n_with=link.n_with, n_without=link.n_without)
    if told != "supported":
        return replace(plain, more=_more(link, told), **_beside(diary, link))
    drawn = _parted(plain, values, _marks(diary, link.factor))
    return replace(drawn, effect=link.effect, low=link.low, high=link.high)


def _more(link: Link, told: State) -> int | None:
    """Known only where it was there, and was not, on days enough to reckon with."""
    if told != "too_early" or not link.enough:
        return None
    return max(more_days(link) or 0, ENOUGH_DAYS - link.n) or None


def _beside(diary: Diary, link: Link) -> dict[str, Any]:
    """What it cannot be told apart from. Those that it shares most of the rarer one's days with, if any."""
    mine, names = _marks(diary, link.factor) == 1.0, dict.fromkeys(name for _, name in link.overlaps)
    shared = []
    for name in names:
        other = _marks(diary, name) == 1.0
        if int((mine & other).sum()) * 2 > min(int(mine.sum()), int(other.sum())):
            shared.append(name)
    return {"overlaps": tuple(shared or names), "same_days": bool(shared)}


def _week(diary: Diary, effect: float, values: Ratings) -> LinkV1:
    marks = diary.weekend()
    days = marks[~np.isnan(values)]
    n_with = int(days.sum())
    plain = LinkV1(factor="weekend", state="supported", n_with=n_with, n_without=len(days) - n_with)
    return replace(_parted(plain, values, marks), effect=effect)


def _marks(diary: Diary, factor: str) -> Ratings:
    return diary.partners[ME].factors[:, diary.factors.index(factor)]


def _parted(plain: LinkV1, values: Ratings, marks: Ratings) -> LinkV1:
    """With its days as they are drawn: those on which it was there, and those on which it was not."""
    with_, without = values[(marks == 1.0)], values[(marks == 0.0)]
    with_, without = with_[~np.isnan(with_)], without[~np.isnan(without)]
    return replace(
        plain,
        with_=_heights(with_),
        without=_heights(without),
        mean_with=float(with_.mean()),
        mean_without=float(without.mean()),
    )


def _heights(values: Ratings) -> tuple[int, ...]:
    """How many days had each rating from 0 to 10; halves go up."""
    return tuple(np.bincount(np.floor(values + 0.5).astype(int), minlength=11).tolist())


def _turn(diary: Diary, turn: Turn, values: Ratings) -> TurnV1:
    first, last = max(diary.start, turn.first - AROUND), min(diary.as_of, turn.last + AROUND)
    days = [(day, float(values[(day - diary.start).days])) for day in _each(first, (last - first).days + 1)]
    some = [(day, value) for day, value in days if value == value]
    return TurnV1(
        first=turn.first,
        last=turn.last,
        change=turn.change,
        start=first,
        marks=tuple(((day - first).days, round(value, 2)) for day, value in some),
        before=_quarters(value for day, value in some if day < turn.first),
        after=_quarters(value for day, value in some if day > turn.last),
    )


def _each(first: date, count: int) -> list[date]:
    return [first + timedelta(days=n) for n in range(count)]


def _quarters(values: Iterable[float]) -> tuple[float, float, float]:
    some = list(values)
    if not some:
        return (0.0, 0.0, 0.0)
    low, middle, high = (round(float(one), 2) for one in np.quantile(some, (0.25, 0.5, 0.75)))
    return (low, middle, high)
