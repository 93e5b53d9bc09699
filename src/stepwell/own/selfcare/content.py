"""What is sealed: how somebody was, what they practised, numbers by day, and the names they gave them.

A payload that was ever written stays readable: a new shape gets a new version and an upgrade from this one.
"""

from datetime import datetime
from typing import Annotated, Literal

from msgspec import Meta

from stepwell.ground.vault.api import Content, Kind
from stepwell.own.selfcare.practice import State

Rating = Annotated[int, Meta(ge=0, le=10)]
Helped = Literal["yes", "a_little", "not_now"]


class GaugeV1(Content, frozen=True, kw_only=True, omit_defaults=True):
    """How somebody was at a moment. at: their wall clock with its offset. distress: only with `over`."""

    state: State
    at: datetime
    distress: Rating | None = None


class AfterV1(Content, frozen=True, kw_only=True, omit_defaults=True):
    """After a practice. practice: its key. helped: in the person's own judgement, None where left out."""

    practice: str
    at: datetime
    helped: Helped | None = None
    note: str = ""


class DayV1(Content, frozen=True, kw_only=True, omit_defaults=True):
    """The numbers of one day by the key of the sign. revision counts changes, so that none is overwritten."""

    ratings: dict[str, Rating]
    revision: int = 1


class SignV1(Content, frozen=True, kw_only=True, omit_defaults=True):
    """A sign that a person follows or followed. name: in their own words, or empty for that of the house."""

    key: str
    name: str = ""
    followed: bool = True


class FollowingV1(Content, frozen=True, kw_only=True, omit_defaults=True):
    signs: tuple[SignV1, ...] = ()


GAUGE: Kind[GaugeV1] = Kind("selfcare.Gauge.sealed", GaugeV1)
AFTER: Kind[AfterV1] = Kind("selfcare.After.sealed", AfterV1)
DAY: Kind[DayV1] = Kind("selfcare.Day.sealed", DayV1)
FOLLOWING: Kind[FollowingV1] = Kind("selfcare.Following.sealed", FollowingV1)
