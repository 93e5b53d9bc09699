"""What is sealed: an asking, a yes kept back, the time two agreed on, a step, and one's own answers.

A payload that was ever written stays readable: a new shape gets a new version and an upgrade from this one.
"""

from datetime import UTC, datetime
from typing import Annotated
from uuid import UUID

import msgspec
from msgspec import Meta
from msgspec.structs import replace

from stepwell.ground.vault.api import Content, Kind

FIRST, LAST = 0, 5
# Stands where nothing is named, so that the sealed bytes are as long as with a name.
NOBODY = UUID(int=0)
NEVER = datetime(2000, 1, 1, tzinfo=UTC)
OWN_BYTES = 640
Level = Annotated[int, Meta(ge=FIRST, le=LAST)]


class AskingV1(Content, frozen=True, kw_only=True):
    """What one of two would welcome this time. ins, outs: their own lines. first: who begins.

    until: it ends by itself then, whatever became of it. turn: of the step they stood on.
    """

    level: Level
    minutes: int
    first: UUID
    word: str
    ins: tuple[str, ...]
    outs: tuple[str, ...]
    until: datetime
    turn: UUID


class YesV1(Content, frozen=True, kw_only=True):
    """A yes that does not count yet, in its owner's own circle. ins: which of the other's lines."""

    asking: UUID
    ins: tuple[str, ...]
    outs: tuple[str, ...]
    until: datetime


class HereV1(msgspec.Struct, frozen=True, kw_only=True):
    by: UUID
    at: datetime


class TimeV1(Content, frozen=True, kw_only=True, omit_defaults=True):
    """What both said yes to, for this time alone. ins: what both said in. outs: what either said out.

    here: who is there and waits; drawn for nobody else. ends: of what has begun. giving: who gives now.
    moment: counts up whenever the other gives. asking: what it came of, so that a second press is known.
    """

    level: Level
    minutes: int
    word: str
    ins: tuple[str, ...]
    outs: tuple[str, ...]
    people: tuple[UUID, UUID]
    giving: UUID
    until: datetime
    here: tuple[HereV1, ...] = ()
    ends: datetime | None = None
    moment: int = 1
    asking: UUID = NOBODY

    def other(self, person: UUID) -> UUID:
        return self.people[1] if person == self.people[0] else self.people[0]


class PlaceV1(Content, frozen=True, kw_only=True):
    """Which step two stand on. ready: which of them would go on, where that counts; there is never a second,
    because with both the place changes. turn: renewed whenever that ends but by being taken back."""

    level: Level = FIRST
    ready: UUID = NOBODY
    turn: UUID = NOBODY


class OwnV1(Content, frozen=True, kw_only=True):
    """One person's own answers about the step of that turn, and which session still asks them. Of one size.

    found: how often comfortable, two at most: it is no history. obliged: shown to nobody but its owner.
    """

    circle: UUID = NOBODY
    turn: UUID = NOBODY
    found: int = 0
    wants: bool = False
    obliged: bool = False
    time: UUID = NOBODY
    level: Level = FIRST
    until: datetime = NEVER
    filling: str = ""


ASKING: Kind[AskingV1] = Kind("touch.Asking.sealed", AskingV1)
YES: Kind[YesV1] = Kind("touch.KeptBack.sealed", YesV1)
TIME: Kind[TimeV1] = Kind("touch.Time.sealed", TimeV1)
PLACE: Kind[PlaceV1] = Kind("touch.Place.sealed", PlaceV1)
OWN: Kind[OwnV1] = Kind("touch.Own.sealed", OwnV1)


def filled(own: OwnV1) -> OwnV1:
    """The same at the one size that all have."""
    bare = replace(own, filling="")
    return replace(bare, filling="." * (OWN_BYTES - len(OWN.encode(bare))))
