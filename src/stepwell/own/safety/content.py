"""What is sealed: one leaf for each person, and nothing of this room lies anywhere else.

Everything on it carries the label SDV of HL7 (sensitive: sexual assault and domestic violence). A payload
that was ever written stays readable: a new shape gets a new version and an upgrade from this one.
"""

from datetime import date
from typing import Annotated

from msgspec import Meta, field
from msgspec.structs import replace

from stepwell.ground.vault.api import Content, Kind

LABEL = "SDV"
# Every leaf is exactly so many bytes before it is sealed, whatever stands on it.
LEAF_BYTES = 32 * 1024


class TooMuch(Exception):
    """The leaf is full."""


class AnswersV1(Content, frozen=True, kw_only=True, omit_defaults=True):
    """One filling-in. said: yes or no by the key of the question; one that is missing was left open.

    apart: whether the own questions were asked "apart from the betrayal".
    """

    day: date
    said: dict[str, bool] = {}
    apart: bool = False


class PlanV1(Content, frozen=True, kw_only=True, omit_defaults=True):
    """A safety plan in its owner's words. revision counts what was kept, and nothing else."""

    signs: str = ""
    alone: str = ""
    people: str = ""
    professionals: str = ""
    place: str = ""
    revision: Annotated[int, Meta(ge=0)] = 0


class LeafV1(Content, frozen=True, kw_only=True, omit_defaults=True):
    """answers: the last ones. rounds: how many times they were given, so that a second page notices.

    shaken_since: since which day the humiliation item alone was said yes to.
    lifted: what was opened knowingly, and on which day. held: yeses kept back, by the keys of their rooms.
    country: which one's numbers come first. filling: brings every leaf to the same size.
    """

    answers: AnswersV1 | None = None
    rounds: Annotated[int, Meta(ge=0)] = 0
    shaken_since: date | None = None
    lifted: dict[str, date] = {}
    held: tuple[str, ...] = ()
    country: str = ""
    plan: PlanV1 = field(default_factory=PlanV1)
    filling: str = ""


LEAF: Kind[LeafV1] = Kind("safety.Leaf.sealed", LeafV1)


def filled(leaf: LeafV1) -> LeafV1:
    """The same leaf at the one size that all have. Raises TooMuch."""
    bare = replace(leaf, filling=".")
    room = LEAF_BYTES - len(LEAF.encode(bare)) + 1
    if room < 1:
        raise TooMuch
    return replace(leaf, filling="." * room)
