"""One person's days as the diary that the engine reads."""

from collections import Counter, defaultdict
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date

import numpy as np
import numpy.typing as npt

from stepwell.ground.vault.api import Keyring
from stepwell.insight.patterns.api import Diary, Partner
from stepwell.own.understanding.sources import signals, sources

ME = "A"
MOST_FACTORS = 60


@dataclass(frozen=True)
class Days:
    """rated: signal -> day -> every rating of that day. noted: factor -> the days on which it was there."""

    rated: Mapping[str, Mapping[date, list[float]]]
    noted: Mapping[str, set[date]]


def days_of(keyring: Keyring) -> Days:
    """Opens every day of every source."""
    rated: dict[str, dict[date, list[float]]] = {key: defaultdict(list) for key in signals()}
    noted: dict[str, set[date]] = defaultdict(set)
    for source in sources():
        for told in source.days(keyring):
            for signal, value in told.rated.items():
                rated[signal][told.day].append(value)
            for factor in told.noted:
                noted[factor].add(told.day)
    return Days(rated, noted)


def diary_of(days: Days, watched: frozenset[str]) -> Diary | None:
    """None without a single rating. A day's rating is the mean of that day; what was not noted was not there.

    With very many factors those noted most often are looked at, and all that are watched.
    """
    rated, noted = days.rated, days.noted
    answered = sorted({day for ratings in rated.values() for day in ratings})
    if not answered:
        return None
    count = (answered[-1] - answered[0]).days + 1
    factors = _chosen(noted, set(answered), watched)
    outcomes = np.full((count, len(rated)), np.nan)
    for column, ratings in enumerate(rated.values()):
        for day, values in ratings.items():
            outcomes[(day - answered[0]).days, column] = sum(values) / len(values)
    marks = _marks(factors, noted, answered, count)
    names = tuple(f"o:{key}" for key in rated)
    return Diary(answered[0], count, names, factors, {ME: Partner(outcomes, marks)})


def _chosen(noted: Mapping[str, set[date]], answered: set[date], watched: frozenset[str]) -> tuple[str, ...]:
    often = Counter({factor: len(days & answered) for factor, days in noted.items()})
    first = sorted(often, key=lambda factor: (factor not in watched, -often[factor], factor))
    return tuple(sorted(factor for factor in first[:MOST_FACTORS] if often[factor]))


def _marks(
    factors: tuple[str, ...], noted: Mapping[str, set[date]], answered: list[date], count: int
) -> npt.NDArray[np.float64]:
    """(days, factors): there or not, on answered days.

    Before the first kept promise there was none to keep, and what comes again was not there to miss.
    """
    marks = np.full((count, len(factors)), np.nan)
    rows = np.array([(day - answered[0]).days for day in answered])
    marks[rows] = 0.0
    for column, factor in enumerate(factors):
        places = [(day - answered[0]).days for day in noted[factor] & set(answered)]
        marks[places, column] = 1.0
        if factor.startswith(("p:", "r:")):
            marks[: min(places), column] = np.nan
    return marks
