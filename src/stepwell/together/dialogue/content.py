"""What is sealed: an asking, a talk and where it stands, its turns, what somebody takes away.

A payload that was ever written stays readable: a new shape gets a new version and an upgrade from this one.
"""

from datetime import date, datetime
from typing import Literal
from uuid import UUID

import msgspec

from stepwell.ground.vault.api import Content, Kind

Way = Literal["written", "aloud"]
Devices = Literal["two", "one"]
Step = Literal["gather", "speak", "again", "back", "confirm", "next", "now", "out", "ending"]
Said = Literal["said", "again", "back", "try"]
Card = Literal["slow", "sorry", "anew", "comfort", "stop"]
Answer = Literal["", "accepted", "not_yet"]
Becomes = Literal["nothing", "appreciation", "promise", "question"]


class AskingV1(Content, frozen=True, kw_only=True):
    """A talk that one of two would like. minutes: how long. first: who would speak first."""

    topic: str
    minutes: int
    way: Way
    devices: Devices
    first: UUID
    asked_on: date


class HereV1(msgspec.Struct, frozen=True, kw_only=True):
    by: UUID
    at: datetime


class OutV1(msgspec.Struct, frozen=True, kw_only=True, omit_defaults=True):
    """A time-out. until: when who called it comes back. chosen: they named that time. longer: once more."""

    by: UUID
    at: datetime
    until: datetime
    chosen: bool = False
    longer: bool = False


class CardV1(msgspec.Struct, frozen=True, kw_only=True, omit_defaults=True):
    """The last phrase card that was laid down; there is no row of those before it. moment: it lay on."""

    by: UUID
    card: Card
    number: int
    moment: int
    answer: Answer = ""


class LastV1(msgspec.Struct, frozen=True, kw_only=True):
    """The last act that moved the talk, so that the same act sent twice is known again."""

    by: UUID
    what: str
    moment: int


class LeftV1(msgspec.Struct, frozen=True, kw_only=True, omit_defaults=True):
    """How one of the two went. taken: only what they chose to show. keep: they want the words kept.
    origin: of their own row of what they take away."""

    by: UUID
    origin: UUID
    taken: str = ""
    becomes: Becomes = "nothing"
    keep: bool = False


class TalkV1(Content, frozen=True, kw_only=True, omit_defaults=True):
    """Where a talk stands.

    moment: counts up whenever it moves. resumes: the step that comes once both are here. turn: of at most
    three of one speaker. tries: how often it was said once more. told: who was given back and said yes.
    heard: who says that they feel heard; drawn for nobody else before both do. began_at: later by what
    time-outs took, so that they use up none of the minutes. stopped_at: while it is not known yet how much.
    """

    topic: str
    minutes: int
    way: Way
    devices: Devices
    people: tuple[UUID, UUID]
    speaker: UUID
    day: date
    step: Step = "gather"
    resumes: Step = "speak"
    moment: int = 1
    turn: int = 1
    tries: int = 0
    once_more: bool = False
    here: tuple[HereV1, ...] = ()
    told: tuple[UUID, ...] = ()
    heard: tuple[UUID, ...] = ()
    began_at: datetime | None = None
    stopped_at: datetime | None = None
    out: OutV1 | None = None
    card: CardV1 | None = None
    last: LastV1 | None = None
    left: tuple[LeftV1, ...] = ()
    ending_at: datetime | None = None

    def other(self, person: UUID) -> UUID:
        return self.people[1] if person == self.people[0] else self.people[0]

    @property
    def listener(self) -> UUID:
        return self.other(self.speaker)


class TurnV1(Content, frozen=True, kw_only=True):
    """What was said, said once more, given back, or what somebody would try."""

    said: Said
    text: str


class UnsaidV1(Content, frozen=True, kw_only=True, omit_defaults=True):
    """What did not fit into a turn, kept for its writer's next one in the own circle. earlier: what was left
    unsaid in talks before that one, or was being written when one of them ended."""

    talk: UUID
    text: str
    earlier: str = ""


class TakenV1(Content, frozen=True, kw_only=True, omit_defaults=True):
    """The one thing that somebody takes away. Own circle; where they chose to show it, a copy for two."""

    text: str
    taken_on: date
    becomes: Becomes = "nothing"
    shown: bool = False


ASKING: Kind[AskingV1] = Kind("dialogue.Asking.sealed", AskingV1)
TALK: Kind[TalkV1] = Kind("dialogue.Talk.sealed", TalkV1)
TURN: Kind[TurnV1] = Kind("dialogue.Turn.sealed", TurnV1)
UNSAID: Kind[UnsaidV1] = Kind("dialogue.Unsaid.sealed", UnsaidV1)
TAKEN: Kind[TakenV1] = Kind("dialogue.Taken.sealed", TakenV1)
