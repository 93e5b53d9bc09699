"""What is sealed: what a person watches and puts away, and what their days said when they last looked.

A payload that was ever written stays readable: a new shape gets a new version and an upgrade from this one.
"""

from datetime import date
from typing import Literal

from stepwell.ground.vault.api import Content, Kind

State = Literal["too_early", "nothing_clear", "emerging", "supported", "withdrawn"]
Why = Literal["later", "no_help"]
Words = tuple[str, ...]
MOST_WATCHED = 5
LONGEST_RESPONSE = 300


class WatchV1(Content, frozen=True, kw_only=True, omit_defaults=True):
    """signal -> up to five factors that this person suspects to go along with it."""

    watched: dict[str, Words] = {}


class WatchV2(Content, frozen=True, kw_only=True, omit_defaults=True):
    """signal -> up to five factors that this person suspects to go along with it, each with the day on which
    they named it: days before count no more for it than for any other. None: not known, see watching.py."""

    watched: dict[str, dict[str, date | None]] = {}


class LinkV1(Content, frozen=True, kw_only=True, omit_defaults=True):
    """One factor beside one signal. effect, low, high: points on the same day, empty unless it is told.

    n_with, n_without: answered days. more: further days until something large would show, where it is known.
    with_, without: for what is drawn, how many days had each rating from 0 to 10.
    overlaps: factors from which it cannot be told apart. same_days: it mostly came on the same days as they.
    """

    factor: str
    state: State
    n_with: int
    n_without: int
    effect: float = 0.0
    low: float = 0.0
    high: float = 0.0
    more: int | None = None
    with_: tuple[int, ...] = ()
    without: tuple[int, ...] = ()
    mean_with: float = 0.0
    mean_without: float = 0.0
    overlaps: Words = ()
    same_days: bool = False


class TurnV1(Content, frozen=True, kw_only=True):
    """A level that shifted between two dates. marks: days around it, (days after `start`, rating).

    before, after: quarter, middle and three quarters of the ratings on either side of the two dates.
    """

    first: date
    last: date
    change: float
    start: date
    marks: tuple[tuple[int, float], ...]
    before: tuple[float, float, float]
    after: tuple[float, float, float]


class SignalV1(Content, frozen=True, kw_only=True, omit_defaults=True):
    """days: with an answer. weekend: points by which they differ, where that is told. more: as of a link.

    week: the days of it, weekends as those with; no range is known of it.
    """

    key: str
    days: int
    since: date | None = None
    links: tuple[LinkV1, ...] = ()
    turns: tuple[TurnV1, ...] = ()
    weekend: float = 0.0
    more: int | None = None
    week: LinkV1 | None = None


class FoundV1(Content, frozen=True, kw_only=True, omit_defaults=True):
    """stamp: of all that it was computed from; anything else there now makes it void.

    noted: every factor that stands in their days, also where it is laid beside nothing yet.
    """

    stamp: str
    signals: tuple[SignalV1, ...]
    noted: Words = ()


class AwayOneV1(Content, frozen=True, kw_only=True):
    """A finding that was put away. key: a factor, `weekend`, or a turn by its span, see putting_away.py."""

    signal: str
    key: str
    why: Why


class AwayV1(Content, frozen=True, kw_only=True, omit_defaults=True):
    """What this person does not want before them, the earliest first."""

    away: tuple[AwayOneV1, ...] = ()


def _days_unknown(before: WatchV1) -> WatchV2:
    return WatchV2(watched={signal: dict.fromkeys(some) for signal, some in before.watched.items()})


WATCH: Kind[WatchV2] = Kind("understanding.Watch.sealed", WatchV2, older={1: (WatchV1, _days_unknown)})
FOUND: Kind[FoundV1] = Kind("understanding.Found.sealed", FoundV1)
AWAY: Kind[AwayV1] = Kind("understanding.Away.sealed", AwayV1)
