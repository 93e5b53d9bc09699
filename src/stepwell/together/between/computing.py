"""The engine asked about the days that two have shown to one another, and what it says as it is kept."""

from collections import defaultdict
from dataclasses import replace
from datetime import date
from uuid import UUID

import numpy as np
import numpy.typing as npt

from stepwell.ground.vault.api import Keyring
from stepwell.insight.patterns.api import Carried, Diary, Pairs, Partner, carried, pairs_of
from stepwell.together.between.content import LEAST, MOST, CarryV1
from stepwell.together.between.sources import sources

TWO = ("A", "B")
Ratings = npt.NDArray[np.float64]
Said = dict[UUID, dict[str, dict[date, list[float]]]]


def compute(keyring: Keyring, circle: UUID, chosen: tuple[str, ...]) -> tuple[CarryV1, ...]:
    """Opens every copy in the circle of two. Only what is told is in it."""
    said: Said = defaultdict(lambda: {key: defaultdict(list) for key in chosen})
    for source in sources():
        for shown in source.days(keyring, circle):
            for signal in chosen:
                if (value := shown.rated.get(signal)) is not None:
                    said[shown.person][signal][shown.day].append(value)
    people = sorted(said)
    if len(people) < len(TWO):
        return ()
    diary = _diary(said, people, chosen)
    told = [one for one in carried(diary) if one.shown or one.withdrawn]
    return tuple(_carry(diary, one, dict(zip(TWO, people, strict=True))) for one in told)


def _diary(said: Said, people: list[UUID], chosen: tuple[str, ...]) -> Diary:
    """A day's rating is the mean of that day; a day that was not shown stays open."""
    days = sorted({day for one in said.values() for some in one.values() for day in some})
    count = (days[-1] - days[0]).days + 1
    partners = {}
    for name, person in zip(TWO, people, strict=True):
        outcomes = np.full((count, len(chosen)), np.nan)
        for column, signal in enumerate(chosen):
            for day, values in said[person][signal].items():
                outcomes[(day - days[0]).days, column] = sum(values) / len(values)
        partners[name] = Partner(outcomes, np.empty((count, 0)))
    return Diary(days[0], count, tuple(f"o:{signal}" for signal in chosen), (), partners)


def _carry(diary: Diary, one: Carried, people: dict[str, UUID]) -> CarryV1:
    signal, from_, to = one.outcome[2:], people[one.from_], people[one.to]
    pairs = pairs_of(diary, one.outcome, one.from_, one.to)
    if not one.shown or pairs is None:
        return CarryV1(signal=signal, from_=from_, to=to, pairs=one.n, holds=False)
    higher, other = _parted(pairs, _apart(diary, one))
    return CarryV1(
        signal=signal,
        from_=from_,
        to=to,
        pairs=one.n,
        effect=one.effect,
        low=one.low,
        high=one.high,
        higher=_heights(higher),
        other=_heights(other),
        mean_higher=float(higher.mean()),
        mean_other=float(other.mean()),
    )


def _parted(pairs: Pairs, apart: Ratings) -> tuple[Ratings, Ratings]:
    """Next days after a higher day and after another, as points from what was to be expected."""
    return apart[pairs.free > 0], apart[pairs.free <= 0]


def _apart(diary: Diary, one: Carried) -> Ratings:
    """How many points each next day was from what their own days before, weekends and drift let one expect.

    The engine pulls wild days in before it compares them, and a picture of days is not to. Of the day before
    it takes the same away and pulls in nothing; so the next day is handed to it in the place of that one.
    """
    at = diary.outcomes.index(one.outcome)
    own, other = (diary.partners[name].outcomes[:, at] for name in (one.to, one.from_))
    next_day = np.append(own[1:], np.nan)
    next_day[np.isnan(other)] = np.nan
    none = np.empty((diary.days, 0))
    partners = {one.to: Partner(own[:, None], none), one.from_: Partner(next_day[:, None], none)}
    alone = replace(diary, outcomes=(one.outcome,), partners=partners)
    pairs = pairs_of(alone, one.outcome, one.from_, one.to)
    return pairs.free if pairs else np.empty(0)


def _heights(values: Ratings) -> tuple[int, ...]:
    """How many days were how far off, LEAST to MOST points; halves go up, the ends hold what is beyond."""
    at = np.clip(np.floor(values + 0.5), LEAST, MOST).astype(int) - LEAST
    return tuple(np.bincount(at, minlength=MOST - LEAST + 1).tolist())
