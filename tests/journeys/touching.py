"""What two people do in a quiet time, as their hands find it on the pages. For stories and for the walk."""

import re

from tests.journeys.somebody import Somebody


def ask(somebody: Somebody) -> None:
    somebody.go("/touch/ask/")
    somebody.hand.write("What is in for me", "My hands\nSitting side by side")
    somebody.hand.write("What is out for me", "My neck")
    somebody.hand.choose("I do")
    somebody.hand.write("A word to stop", "stone")
    somebody.hand.press("Ask for it")


def agree(somebody: Somebody) -> str:
    """Gives the address of what both agreed on."""
    somebody.go("/touch/")
    somebody.hand.press("Look at what is asked")
    for words in ("My hands", "Sitting side by side"):
        somebody.hand.choose(words)
    somebody.hand.write("What else is out for me", "Sitting side by side")
    somebody.hand.press("Yes, for this time")
    return somebody.page.url.split("?")[0]


def begin(one: Somebody, other: Somebody) -> str:
    """Both asked, agreed and are there: the one who asked gives."""
    ask(one)
    time = agree(other)
    one.go(time)
    one.hand.press("I am here")
    one.page.get_by_text("It begins when you both are.").wait_for()
    other.hand.press("I am here")
    for each, words in ((one, "You give"), (other, f"{one.name} gives")):
        hears(each, words)
    return time


def hears(somebody: Somebody, words: str) -> None:
    """Their open page comes to that heading by itself."""
    heading = somebody.page.locator("[data-part=heading]")
    heading.filter(has_text=re.compile(rf"^{re.escape(words)}$")).wait_for()


def is_after(somebody: Somebody, *, within: float = 10) -> None:
    """Their open page comes by itself to what is asked of them alone. within: seconds."""
    somebody.page.get_by_role("heading", name="It has ended").wait_for(timeout=within * 1000)


def answer(somebody: Somebody, *, comfortable: bool = True, obliged: bool = False) -> None:
    well = "Yes, or neither one way nor the other" if comfortable else "No, or I do not know"
    somebody.hand.choose(well)
    somebody.hand.choose("Yes, or a little" if obliged else "No")
    somebody.hand.press("Keep my answers")
