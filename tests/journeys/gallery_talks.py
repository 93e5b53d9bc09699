"""The part of the walk that passes a talk in turns, from asking for it to what was kept of it."""

from typing import TYPE_CHECKING

from tests.journeys import talking
from tests.journeys.somebody import Somebody

if TYPE_CHECKING:
    from tests.journeys.gallery import Walk


def alone(walk: "Walk", alma: Somebody) -> None:
    for name, path in {
        "talks-alone": "/dialogue/",
        "talks-heard": "/dialogue/heard/",
        "talks-owning": "/dialogue/owning/",
    }.items():
        walk.look(alma, name, path)


def two(walk: "Walk", alma: Somebody, ben: Somebody) -> None:
    for each in (alma, ben):
        talking.clear(each)
    room = asked(walk, alma, ben)
    turns(walk, alma, ben, room)
    stopped(walk, alma, ben, room)
    ended(walk, alma, ben, room)


def asked(walk: "Walk", alma: Somebody, ben: Somebody) -> str:
    walk.look(alma, "talks-none", "/dialogue/")
    walk.look(alma, "talk-ask", "/dialogue/ask/")
    alma.hand.press("Ask for it")
    walk.look(alma, "talk-ask-errors")
    talking.ask(alma)
    walk.look(alma, "talk-asked")
    walk.look(ben, "talk-from", "/dialogue/")
    room = talking.agree(ben)
    walk.look(ben, "talk-gather")
    alma.go(room)
    alma.hand.press("I am here")
    walk.look(alma, "talk-here")
    ben.go(room)
    ben.hand.press("I am here")
    talking.hears(alma, "Say what it is like for you")
    return room


def turns(walk: "Walk", alma: Somebody, ben: Somebody, room: str) -> None:
    walk.look(alma, "talk-speak", room)
    walk.look(ben, "talk-listen", room)
    talking.say(alma, "I feel small when you look away while I speak. " * 9)
    walk.look(alma, "talk-too-long")
    alma.page.locator("textarea[name=rest]").fill("")
    talking.say(alma)
    walk.look(alma, "talk-waits")
    walk.look(ben, "talk-back", room)
    talking.give_back(ben)
    walk.look(alma, "talk-confirm", room)
    alma.hand.press("Yes, that is it")
    walk.look(alma, "talk-next")
    ben.go(room)
    ben.hand.unfold("A short word to the other")
    ben.hand.press("Slow down, please")
    walk.look(alma, "talk-card", room)
    alma.hand.press("Change roles")


def stopped(walk: "Walk", alma: Somebody, ben: Somebody, room: str) -> None:
    ben.go(room)
    talking.stop(ben)
    walk.look(ben, "talk-out")
    walk.look(alma, "talk-out-other", room)
    walk.look(alma, "talks-out", "/dialogue/")
    alma.go("/together/space/")
    alma.hand.press("Pause the space")
    for each in (alma, ben):
        each.go("/together/space/")
        each.hand.press("I am ready to go on")


def ended(walk: "Walk", alma: Somebody, ben: Somebody, room: str) -> None:
    walk.look(alma, "talk-gone", room)
    second = talking.enter(alma, ben)
    talking.say(alma)
    ben.go(second)
    ben.hand.unfold("End the talk")
    ben.hand.press("End here")
    walk.look(ben, "talk-ending")
    alma.go(second)
    for each in (alma, ben):
        each.hand.write("One thing you take away", "That we both stayed.")
        each.hand.choose("A promise")
        each.page.locator("input[name=keep]").check()
        each.hand.press("End it")
        walk.look(each, f"talks-{each.name.split()[0].lower()}-after")
    alma.go("/dialogue/")
    alma.hand.press(talking.TOPIC)
    walk.look(alma, "talk-kept")
    walk.look(alma, "talks-taken", "/dialogue/taken/")
