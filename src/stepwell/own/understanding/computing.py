"""The engine asked about one person's days, and what it says as it is kept."""

from collections.abc import Iterable, Mapping
from datetime import date, timedelta

import numpy as np
import numpy.typing as npt
from msgspec.structs import replace

from stepwell.ground.vault.api import Keyring
from stepwell.insight.patterns.api import Diary, Findings, Link, Turn, analyse, more_days, state
from stepwell.own.understanding.content import LinkV1, SignalV1, State, TurnV1
from stepwell.own.understanding.days import ME, diary_of
from stepwell.own.understanding.sources import signals

Ratings = npt.NDArray[np.float64]
AROUND = timedelta(days=120)


def compute(keyring: Keyring, watched: Mapping[str, tuple[str, ...]]) -> tuple[SignalV1, ...]:
    """Opens every day of every source. watched: signal -> factors."""
    diary = diary_of(keyring, frozenset(factor for some in watched.values() for factor in some))
    if diary is None:
        return tuple(SignalV1(key=key, days=0) for key in signals())
    said = analyse(diary, {f"o:{key}": some for key, some in watched.items() if some})
    return tuple(_signal(diary, said, at, key) for at, key in enumerate(signals()))


def _signal(diary: Diary, said: Findings, at: int, key: str) -> SignalV1:
    name, values = f"o:{key}", diary.partners[ME].outcomes[:, at]
    rows = np.flatnonzero(~np.isnan(values))
    mine = [link for link in said.links if link.outcome == name]
    far = [more for link in mine if link.enough and (more := more_days(link)) is not None]
    weekend = next((one.effect for one in said.weekends if one.outcome == name and one.shown), 0.0)
    return SignalV1(
        key=key,
        days=len(rows),
        since=diary.day(int(rows[0])) if len(rows) else None,
        links=tuple(_link(diary, link, values) for link in mine),
        turns=tuple(_turn(diary, turn, values) for turn in said.turns if turn.outcome == name and turn.shown),
        weekend=weekend,
        more=min(far, default=None),
    )


def _link(diary: Diary, link: Link, values: Ratings) -> LinkV1:
    told: State = state(link).value
    plain = LinkV1(factor=link.factor, state=told, n_with=link.n_with, n_without=link.n_without)
    if told != "supported":
        return replace(plain, more=more_days(link) if link.enough else None)
    marks = diary.partners[ME].factors[:, diary.factors.index(link.factor)]
    with_, without = values[(marks == 1.0)], values[(marks == 0.0)]
    with_, without = with_[~np.isnan(with_)], without[~np.isnan(without)]
    return replace(
        plain,
        effect=link.effect,
        low=link.low,
        high=link.high,
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
