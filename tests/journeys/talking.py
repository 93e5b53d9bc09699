"""What two people do in a talk, as their hands find it on the pages. For the stories and for the walk."""

import re
from typing import TYPE_CHECKING

from tests.journeys.somebody import Somebody

if TYPE_CHECKING:
    from playwright.sync_api import Locator

TOPIC = "The phone at dinner on Tuesday"
SAID = (
    "I feel frightened when the phone lights up at dinner and is turned over, because it takes me straight "
    "back to last spring."
)
BACK = "When my phone lit up and I turned it over, you were scared, and it was last spring again."


def clear(somebody: Somebody) -> None:
    """Their own yes counts from now on."""
    somebody.go("/mine/questions/")
    somebody.hand.press("Yes, nobody can see this")
    for group in somebody.page.locator("fieldset").all():
        group.get_by_role("radio", name="No", exact=True).check()
    somebody.hand.tap(somebody.page.locator("main form button.button").first)


def ask(somebody: Somebody, topic: str = TOPIC) -> None:
    somebody.go("/dialogue/")
    somebody.hand.press("Ask for a talk")
    somebody.hand.write("What you would like to talk about", topic)
    somebody.hand.press("Ask for it")


def agree(somebody: Somebody) -> str:
    """Gives the address of the room."""
    somebody.go("/dialogue/")
    somebody.hand.press("Yes, I would like to")
    return somebody.page.url.split("?")[0]


def enter(one: Somebody, other: Somebody) -> str:
    """Both asked, agreed and are there: the one who asked speaks."""
    ask(one)
    room = agree(other)
    one.go(room)
    one.hand.press("I am here")
    waits(other, "is here.")
    other.hand.press("I am here")
    hears(one, "Say what it is like for you")
    return room


def heading(somebody: Somebody) -> "Locator":
    return somebody.page.locator("[data-part=heading]")


def hears(somebody: Somebody, words: str) -> None:
    """Their open page comes to that heading by itself."""
    heading(somebody).filter(has_text=re.compile(rf"^{re.escape(words)}$")).wait_for()


def waits(somebody: Somebody, words: str) -> None:
    """Their open page comes to show these words by itself."""
    somebody.page.locator("main").get_by_text(words).first.wait_for()


def say(somebody: Somebody, words: str = SAID) -> None:
    field = somebody.page.locator("textarea[name=text]")
    field.fill(words)
    somebody.hand.press("Say it")


def give_back(somebody: Somebody, words: str = BACK) -> None:
    somebody.page.locator("textarea[name=text]").fill(words)
    somebody.hand.press("Give it back")


def stop(somebody: Somebody) -> None:
    somebody.hand.press("Take a time-out")


def lay(somebody: Somebody, words: str) -> None:
    """A short word to the other."""
    fold = somebody.page.locator("details", has_text="A short word to the other")
    if not fold.evaluate("fold => fold.open"):
        somebody.hand.unfold("A short word to the other")
    somebody.hand.press(words)
