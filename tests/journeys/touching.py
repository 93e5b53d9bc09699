"""What two people do in a quiet time, as their hands find it on the pages. For stories and for the walk."""

import re
from collections.abc import Callable
from itertools import count
from typing import TYPE_CHECKING

from tests.journeys.somebody import Somebody, meet
from tests.journeys.talking import clear

if TYPE_CHECKING:
    from playwright.sync_api import Page

_numbers = count(1)


def come(new_page: "Callable[[], Page]", word: str = "is near") -> tuple[Somebody, Somebody]:
    """Two who share a space, each in a browser of their own, and whose own word counts."""
    number = next(_numbers)
    alma, ben = (Somebody(f"{name} {word} {number}", new_page()) for name in ("Alma", "Ben"))
    for each in (alma, ben):
        each.sign_up()
    meet(alma, ben)
    for each in (alma, ben):
        clear(each)
    return alma, ben


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
