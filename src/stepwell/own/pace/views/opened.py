"""What the pages of this room share."""

from django.http import Http404

from stepwell.ground.spaces.api import Couple
from stepwell.own.pace.content import LEAVES

AREA = "mine"
CONFLICT = 409
UNPROCESSABLE = 422


def known(leaf: str) -> str:
    """A leaf of this room. Anything else is nowhere."""
    if leaf not in LEAVES:
        raise Http404
    return leaf


def draft_of(leaf: str) -> str:
    """A half-written change keeps the revision it began from: nothing is overwritten unseen."""
    return f"pace-{leaf}"


def open_couple(couple: Couple | None) -> Couple | None:
    """The two of us, where that may be spoken of now: a space that rests draws no seat for the other."""
    return couple if couple is not None and not couple.paused else None
