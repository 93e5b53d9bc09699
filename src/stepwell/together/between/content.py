"""What is sealed: what somebody would lay beside the other's, the same of two, and what their days said.

A payload that was ever written stays readable: a new shape gets a new version and an upgrade from this one.
"""

from uuid import UUID

from stepwell.ground.vault.api import Content, Kind


class ChoiceV1(Content, frozen=True, kw_only=True):
    """In one's own circle. of: the space it is about. signals: every signal there is, 1 where it was chosen,
    so that its size tells nothing."""

    of: UUID
    signals: dict[str, int]


class BothV1(Content, frozen=True, kw_only=True):
    """In the circle of two. signals: every signal there is; for each, 1 where the one and the other chose it,
    in the order of their ids."""

    signals: dict[str, tuple[int, int]]


class CarryV1(Content, frozen=True, kw_only=True, omit_defaults=True):
    """How one person's day goes on into the other's next, in one signal.

    holds: False where it was told once and no longer holds; then nothing but the pairs stands here.
    effect, low, high: points of the next day for each point of the day before. pairs: of two such days.
    higher, other: next days after a higher day and after another, by how far they were from what was to be
    expected, from LEAST to MOST points; and the mean of each.
    """

    signal: str
    from_: UUID
    to: UUID
    pairs: int
    holds: bool = True
    effect: float = 0.0
    low: float = 0.0
    high: float = 0.0
    higher: tuple[int, ...] = ()
    other: tuple[int, ...] = ()
    mean_higher: float = 0.0
    mean_other: float = 0.0


class FoundV1(Content, frozen=True, kw_only=True):
    """stamp: of all that it was computed from; anything else there now makes it void."""

    stamp: str
    carried: tuple[CarryV1, ...]


LEAST, MOST = -5, 5
CHOICE: Kind[ChoiceV1] = Kind("between.Choice.sealed", ChoiceV1)
BOTH: Kind[BothV1] = Kind("between.Both.sealed", BothV1)
FOUND: Kind[FoundV1] = Kind("between.Found.sealed", FoundV1)
