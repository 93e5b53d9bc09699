"""What is sealed: one's own part, the part that was put forward, a signature, and the plan in force.

A payload that was ever written stays readable: a new shape gets a new version and an upgrade from this one.
"""

from datetime import date, datetime
from uuid import UUID

from stepwell.ground.vault.api import Content, Kind


class PartV1(Content, frozen=True, kw_only=True, omit_defaults=True):
    """What one person writes, a line for each thing. word and back are for both, and only suggested here."""

    signs: str = ""
    helps: str = ""
    worse: str = ""
    word: str = ""
    back: str = ""


class OwnV1(Content, frozen=True, kw_only=True, omit_defaults=True):
    """A person's own part, in their own circle. revision: counts changes of it."""

    part: PartV1
    kept_on: date
    revision: int = 1


class SideV1(Content, frozen=True, kw_only=True):
    """A part as it was put forward, under the name its writer goes by."""

    by: UUID
    name: str
    put_on: date
    part: PartV1


class HandV1(Content, frozen=True, kw_only=True):
    """A signature: whose, under what name, when; its entry in the record."""

    by: UUID
    name: str
    at: datetime
    entry: int


class StandingV1(Content, frozen=True, kw_only=True):
    """The plan that both signed."""

    number: int
    sides: tuple[SideV1, ...]
    word: str
    back: str
    since: datetime
    hands: tuple[HandV1, ...]


class HeadV1(Content, frozen=True, kw_only=True, omit_defaults=True):
    standing: StandingV1 | None = None


OWN: Kind[OwnV1] = Kind("repair.Own.sealed", OwnV1)
SIDE: Kind[SideV1] = Kind("repair.Side.sealed", SideV1)
HAND: Kind[HandV1] = Kind("repair.Hand.sealed", HandV1)
HEAD: Kind[HeadV1] = Kind("repair.Plan.sealed", HeadV1)
