"""What is sealed: where somebody stands, or two; and what a person answered to themselves.

A payload that was ever written stays readable: a new shape gets a new version and an upgrade from this one.
"""

from datetime import date
from typing import Annotated, Literal
from uuid import UUID

from msgspec import Meta

from stepwell.ground.vault.api import Content, Kind

FIRST, LAST = 1, 5
# Stands where nobody is named, so that the sealed bytes are as long as with a name.
NOBODY = UUID(int=0)

Came = Literal["began", "forth", "back"]
Said = Literal["yes", "partly", "not_yet", "unsure"]


class PlaceV1(Content, frozen=True, kw_only=True):
    """landing: 1 to 5; in an own circle 0 where its owner made no choice of their own.

    ready: which of two has said so; there is never a second, because with both the place changes.
    turn: a random id, renewed whenever a readiness ends otherwise than by being taken back.
    came: how they came here.
    """

    landing: Annotated[int, Meta(ge=0, le=LAST)] = FIRST
    ready: UUID = NOBODY
    turn: UUID = NOBODY
    came: Came = "began"


class AnswersV1(Content, frozen=True, kw_only=True):
    """What somebody asked themselves on a landing. said: by the key of the question. day: of their zone."""

    landing: Annotated[int, Meta(ge=FIRST, le=LAST)]
    said: dict[str, Said] = {}
    note: str = ""
    day: date


PLACE: Kind[PlaceV1] = Kind("pathway.Place.sealed", PlaceV1)
ANSWERS: Kind[AnswersV1] = Kind("pathway.Answers.sealed", AnswersV1)
