"""Two people's days as arrays: one row a calendar day, NaN where nothing was answered."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, timedelta

import numpy as np
import numpy.typing as npt

Numbers = npt.NDArray[np.float64]
Whole = npt.NDArray[np.int64]
Truth = npt.NDArray[np.bool_]

PARTNERS = ("A", "B")
OUTCOME = "o:"
# the expected direction of each kind of factor; a context rating has none
EXPECTED = {"t:": -1, "h:": 1, "r:": 1, "p:": 1, "c:": 0}


@dataclass(frozen=True, slots=True)
class Partner:
    """What one person answered.

    outcomes: (days, outcomes), points; factors: (days, factors), 0/1 or points; NaN = not answered.
    """

    outcomes: Numbers
    factors: Numbers

    @property
    def checkins(self) -> int:
        """Days with at least one answer."""
        answered = ~np.isnan(self.outcomes).all(axis=1) | ~np.isnan(self.factors).all(axis=1)
        return int(answered.sum())


@dataclass(frozen=True, slots=True)
class Diary:
    """start: the first day; row i of each array is the day `start + i`. Names carry their prefix."""

    start: date
    days: int
    outcomes: tuple[str, ...]
    factors: tuple[str, ...]
    partners: Mapping[str, Partner]

    @property
    def as_of(self) -> date:
        return self.day(self.days - 1)

    def day(self, index: int) -> date:
        return self.start + timedelta(days=index)

    def weekend(self) -> Numbers:
        """(days,): 1 on Saturday and Sunday."""
        return ((np.arange(self.days) + self.start.weekday()) % 7 >= 5).astype(float)

    def until(self, days: int) -> "Diary":
        """The diary as it stood after its first `days` days."""
        kept = {name: Partner(p.outcomes[:days], p.factors[:days]) for name, p in self.partners.items()}
        return Diary(self.start, days, self.outcomes, self.factors, kept)


def is_rated(factor: str) -> bool:
    """Whether the factor is rated 0-10; otherwise it is there or not."""
    return factor.startswith("c:")


def expected(factor: str) -> int:
    """-1, 0 or 1: the direction in which this kind of factor is thought to go."""
    return EXPECTED[factor[:2]]
