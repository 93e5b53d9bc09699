"""The part of the walk that passes what two say yes to for this time."""

from typing import TYPE_CHECKING

from tests.journeys import this_time
from tests.journeys.somebody import Somebody

if TYPE_CHECKING:
    from tests.journeys.gallery import Walk


def alone(walk: "Walk", alma: Somebody) -> None:
    walk.look(alma, "this-time-alone", this_time.PAGE)


def two(walk: "Walk", alma: Somebody, ben: Somebody) -> None:
    """Both answered to safety before: their words count."""
    walk.look(alma, "this-time-none", this_time.PAGE)
    walk.look(alma, "this-time-ask", f"{this_time.PAGE}ask/")
    alma.hand.write("What stays out for me", "x" * 100)
    alma.hand.press("Ask")
    walk.look(alma, "this-time-ask-errors")
    this_time.ask(alma)
    walk.look(alma, "this-time-asked")
    walk.look(ben, "this-time-from", this_time.PAGE)
    ben.hand.press("Answer, if you like")
    walk.look(ben, "this-time-what-is-asked")
    ben.hand.write("What stays out for me", "y" * 100)
    ben.hand.press("Yes, for this time")
    walk.look(ben, "this-time-what-is-asked-errors")
    this_time.agree(ben, "My hair")
    walk.look(ben, "this-time-both")
    alma.go(this_time.PAGE)
    alma.hand.press("Not any more")
    this_time.is_gone(ben, this_time.BOTH)
    walk.look(ben, "this-time-over")
    # What is on the page while the space rests is drawn later.
    this_time.ask(alma)


def resting(walk: "Walk", alma: Somebody) -> None:
    walk.look(alma, "this-time-resting", this_time.PAGE)
