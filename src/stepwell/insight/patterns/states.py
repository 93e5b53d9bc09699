"""What may be said of a link today."""

import math
from enum import StrEnum

from stepwell.insight.patterns.links import Link

ENOUGH_DAYS = 48  # with an answer: what two months usually hold; nothing is said to emerge before
# evidence that is not enough yet, but more than chance gives one tested link in ten
EMERGING = 10.0
LARGE = 0.8  # SDs of the outcome


class State(StrEnum):
    TOO_EARLY = "too_early"
    NOTHING_CLEAR = "nothing_clear"
    EMERGING = "emerging"
    SUPPORTED = "supported"
    WITHDRAWN = "withdrawn"


def state(link: Link) -> State:
    if link.shown:
        return State.SUPPORTED
    if not link.enough or link.n < ENOUGH_DAYS:
        return State.TOO_EARLY
    if link.evidence >= EMERGING or link.inseparable:
        return State.EMERGING
    if link.withdrawn:
        return State.WITHDRAWN
    return State.NOTHING_CLEAR if more_days(link) is None else State.TOO_EARLY


def more_days(link: Link) -> int | None:
    """About how many more answered days until a large link (0.8 SD) would be seen; None if by now.

    Of a link that is not `enough` it says nothing that is of use.
    """
    score = math.sqrt(2 * math.log(link.demanded) + 2 * math.log(1 + LARGE / link.error))
    days = link.n * (score * link.error / LARGE) ** 2 - link.n
    return round(days) if days > 0 else None
