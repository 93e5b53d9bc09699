"""The part of the walk that passes touch step by step, from asking for it to what each is asked alone."""

from typing import TYPE_CHECKING

from tests.journeys import touching
from tests.journeys.somebody import Somebody

if TYPE_CHECKING:
    from tests.journeys.gallery import Walk


def alone(walk: "Walk", alma: Somebody) -> None:
    walk.look(alma, "touch-alone", "/touch/")


def two(walk: "Walk", alma: Somebody, ben: Somebody) -> None:
    """Both answered to safety before: their words count."""
    walk.look(alma, "touch-none", "/touch/")
    walk.look(alma, "touch-ask", "/touch/ask/")
    alma.hand.write("What is in for me", "x" * 100)
    alma.hand.press("Ask for it")
    walk.look(alma, "touch-ask-errors")
    touching.ask(alma)
    walk.look(alma, "touch-asked")
    walk.look(ben, "touch-from", "/touch/")
    ben.hand.press("Look at what is asked")
    walk.look(ben, "touch-what-is-asked")
    ben.hand.press("Yes, for this time")
    walk.look(ben, "touch-what-is-asked-errors")
    time = touching.agree(ben)
    walk.look(ben, "touch-agreed")
    walk.look(alma, "touch-for-this-time", "/touch/")
    alma.go(time)
    alma.hand.press("I am here")
    walk.look(alma, "touch-here")
    ben.hand.press("I am here")
    touching.hears(alma, "You give")
    walk.look(alma, "touch-gives")
    touching.hears(ben, f"{alma.name} gives")
    walk.look(ben, "touch-notices")
    ben.hand.press("Stop")
    touching.is_after(alma)
    walk.look(alma, "touch-after")
    alma.hand.press("Keep my answers")
    walk.look(alma, "touch-after-errors")
    touching.answer(alma, obliged=True)
    alma.hand.unfold("For you alone")
    walk.look(alma, "touch-felt-obliged")
    walk.look(ben, "touch-asks", "/touch/")
    ben.hand.press("I would go on")
    walk.look(ben, "touch-would-go-on")


def resting(walk: "Walk", alma: Somebody) -> None:
    walk.look(alma, "touch-resting", "/touch/")
