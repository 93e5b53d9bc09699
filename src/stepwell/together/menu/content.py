"""What is sealed: a person's list, their part in a round, the secret of who began it, and what came to light.

A payload that was ever written stays readable: a new shape gets a new version and an upgrade from this one.
Each kind has one size for everybody, whatever stands in it: `filled` sees to that.
"""

from datetime import date
from typing import Literal, TypeVar
from uuid import UUID

import msgspec
from msgspec.structs import replace

from stepwell.ground.vault.api import ROUND_SLOTS, Content, Kind

# Welcome, maybe, not now; a line without any is unanswered. Of one length, so that no answer is longer.
Mark = Literal["w", "m", "n", "-"]
WELCOME: Mark = "w"
NOT_NOW: Mark = "n"
UNANSWERED: Mark = "-"
POINT = 32
LINE_ID = 16
# Room for as many of a person's own lines as there may be, each as long as it may be, in any script.
SHEET_BYTES = BOTH_BYTES = 80 * 1024


class LineV1(msgspec.Struct, frozen=True, kw_only=True):
    """Something that its owner wrote themselves."""

    id: UUID
    text: str
    mark: Mark = UNANSWERED


class SheetV1(Content, frozen=True, kw_only=True):
    """A person's own list. ideas: marks by key of those that the program offers; revision counts changes."""

    ideas: dict[str, Mark] = {}
    own: tuple[LineV1, ...] = ()
    revision: int = 0
    filling: str = ""


class AskedV1(Content, frozen=True, kw_only=True):
    """One person's word for a round, and their points, joined. What is not there yet is zeros."""

    day: date
    points: bytes
    raised: bytes


class SecretV1(Content, frozen=True, kw_only=True):
    """Of who began: what their points were raised to, and for each slot the line it stands for, joined."""

    round: UUID
    secret: bytes
    lines: bytes


class MatchV1(msgspec.Struct, frozen=True, kw_only=True):
    """One thing that both welcome: the key of an idea, or words of their own as both wrote them."""

    idea: str = ""
    words: str = ""


class BothV1(Content, frozen=True, kw_only=True):
    """What the last round brought to light, and when. Fewer stand here once somebody took one back."""

    day: date
    both: tuple[MatchV1, ...] = ()
    filling: str = ""


NO_POINTS = bytes(ROUND_SLOTS * POINT)
SHEET: Kind[SheetV1] = Kind("menu.Sheet.sealed", SheetV1)
ASKED: Kind[AskedV1] = Kind("menu.Asked.sealed", AskedV1)
SECRET: Kind[SecretV1] = Kind("menu.Secret.sealed", SecretV1)
BOTH: Kind[BothV1] = Kind("menu.Both.sealed", BothV1)

Filled = TypeVar("Filled", SheetV1, BothV1)


def filled(kind: Kind[Filled], content: Filled, size: int) -> Filled:
    """The same at the one size that all have. Raises ValueError where it does not fit; limits.py lets it."""
    bare = replace(content, filling="")
    room = size - len(kind.encode(bare))
    if room < 0:
        raise ValueError(f"{kind.name} is {-room} bytes too long")
    return replace(bare, filling="." * room)
