"""What is sealed: a person's own leaf, what was asked to be heard, and what each says afterwards, alone.

A payload that was ever written stays readable: a new shape gets a new version and an upgrade from this one.
"""

from datetime import date
from typing import Literal
from uuid import UUID

import msgspec

from stepwell.ground.vault.api import Content, Kind

Boundary = Literal["listen", "ask", "no-advice", "not-in-anger"]
Role = Literal["told", "heard"]
Went = Literal["well", "not-well", "unsaid"]


class OwnV1(msgspec.Struct, frozen=True, kw_only=True):
    """A prompt that its owner wrote themselves."""

    id: UUID
    text: str
    depth: int


class WaitingV1(msgspec.Struct, frozen=True, kw_only=True):
    """Asked to be heard in this circle, and held back until its owner's own word may count."""

    circle: UUID
    words: str
    boundary: tuple[Boundary, ...] = ()
    day: date


class LeafV1(Content, frozen=True, kw_only=True):
    """What one person alone knows of their ladder.

    depth: how deep they go now, 1 to 5. asked: of what they asked to be heard, 0 where nothing stands.
    yes: what they agreed to hear while their own word did not count. told: how deep that was of which they
    may still say how it was, by its id. answered: of what they have said so, or do not want to.
    """

    depth: int = 1
    own: tuple[OwnV1, ...] = ()
    asked: int = 0
    waiting: WaitingV1 | None = None
    yes: tuple[UUID, ...] = ()
    aside: tuple[UUID, ...] = ()
    told: dict[str, int] = {}
    answered: tuple[UUID, ...] = ()


class OpeningV1(Content, frozen=True, kw_only=True):
    """One wish to be heard, for both to read. Never how deep it is, and never what is said."""

    words: str
    boundary: tuple[Boundary, ...] = ()
    day: date
    agreed: bool = False
    told_on: date | None = None


class AfterV1(Content, frozen=True, kw_only=True):
    """How it was for one of them, and what helped. Nobody else ever reads it."""

    day: date
    role: Role
    went: Went = "unsaid"
    helped: tuple[str, ...] = ()


LEAF: Kind[LeafV1] = Kind("openness.Leaf.sealed", LeafV1)
OPENING: Kind[OpeningV1] = Kind("openness.Opening.sealed", OpeningV1)
AFTER: Kind[AfterV1] = Kind("openness.After.sealed", AfterV1)
