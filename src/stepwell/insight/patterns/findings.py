"""What the days say, as plain values."""

from dataclasses import dataclass
from datetime import date

from stepwell.insight.patterns.links import Link


@dataclass(frozen=True, slots=True)
class Coverage:
    """share: of all days in the diary."""

    checkins: int
    share: float


@dataclass(frozen=True, slots=True)
class Turn:
    """A level that shifted between the days `first` and `last`, most likely on `day`; change in points."""

    outcome: str
    partner: str
    day: date
    first: date
    last: date
    change: float
    shown: bool


@dataclass(frozen=True, slots=True)
class Staying:
    """phi: how much of one day is left on the next, 0 to 1, with its 90 % range."""

    outcome: str
    partner: str
    phi: float
    low: float
    high: float


@dataclass(frozen=True, slots=True)
class Carried:
    """How much one point of one person's yesterday adds to the other's today, own yesterday allowed for.

    n: pairs of days that it rests on. withdrawn: it was told once, and the days since do not bear it out.
    """

    outcome: str
    from_: str
    to: str
    effect: float
    low: float
    high: float
    evidence: float
    shown: bool
    n: int = 0
    withdrawn: bool = False


@dataclass(frozen=True, slots=True)
class Weekend:
    """Points by which Saturdays and Sundays differ."""

    outcome: str
    partner: str
    effect: float
    evidence: float
    shown: bool


@dataclass(frozen=True, slots=True)
class Findings:
    days: int
    as_of: date
    coverage: dict[str, Coverage]
    links: tuple[Link, ...]
    turns: tuple[Turn, ...]
    staying: tuple[Staying, ...]
    carried: tuple[Carried, ...]
    weekends: tuple[Weekend, ...]
