"""What a person does here, in their own words, whatever hand they use."""

import re
from itertools import count
from typing import TYPE_CHECKING

from tests.journeys.hands import Thumb

if TYPE_CHECKING:
    from playwright.sync_api import Page

    from tests.fixtures.arrivals import Arrivals
    from tests.fixtures.browser import Visit

_numbers = count(1)
PASSWORD = "a lantern on the stairs"


class Somebody:
    """One person in one browser. `name` is unique in a run: stories share a server."""

    def __init__(self, name: str, page: "Page", hand: type[Thumb] = Thumb) -> None:
        self.name, self.page, self.hand = name, page, hand(page)
        self.code = ""

    def go(self, path: str) -> None:
        self.page.goto(path)

    @property
    def heading(self) -> str:
        return self.page.locator("h1").inner_text().replace("\n", " ")

    @property
    def text(self) -> str:
        return re.sub(r"\s+", " ", self.page.locator("main").inner_text())

    def sees(self, words: str) -> bool:
        return words in self.text

    def lose_line(self) -> None:
        """Afterwards nothing arrives. A browser says that it is offline before its requests begin to fail."""
        self.page.context.set_offline(True)
        self.page.wait_for_function("() => fetch('/', { method: 'HEAD' }).then(() => false, () => true)")

    def find_line(self) -> None:
        self.page.context.set_offline(False)

    # Coming in

    def sign_up(self, start: str = "/") -> None:
        self.go(start)
        self.hand.press("Make a place for yourself")
        self.hand.write("A name to sign in with", self.name)
        self.hand.write("Password", PASSWORD)
        self.hand.write("The same password again", PASSWORD)
        self.hand.press("Make this place")
        self.code = self.page.locator(".codes").inner_text()
        self.hand.press("I have kept it")

    def sign_in(self, password: str = PASSWORD) -> None:
        self.go("/sign-in/")
        self.hand.write("Name", self.name)
        self.hand.write("Password", password)
        self.hand.press("Sign in")

    # Two

    def invite(self) -> str:
        """Gives the short code that the other types in."""
        self.go("/together/invite/")
        self.hand.press("Make an invitation")
        return self.page.locator(".codes").inner_text()

    def answer(self, code: str) -> None:
        self.go("/together/code/")
        self.hand.write("The code you were given", code)
        self.hand.press("Read who asks")
        self.hand.press("Say yes and compare words")

    def eight_words(self) -> list[str]:
        self.go("/together/words/")
        return self.page.locator(".words8 li").all_inner_texts()

    def say_same(self) -> None:
        self.go("/together/words/")
        self.hand.press("They are the same")

    # Check-ins

    def check_in(self, *, noticed: str = "", safety: int | None = None, show_to: str = "") -> None:
        """Write and keep one; its own page is open afterwards."""
        self.go("/check-ins/new/")
        if safety is not None:
            self.hand.choose(str(safety), within="How safe do you feel")
        if noticed:
            self.hand.write(
                self.page.locator("label[for=id_noticed]").inner_text().replace("\n", " "), noticed
            )
        if show_to:
            self.hand.choose(f"{show_to} and me")
        self.hand.press("Keep this check-in")


def meet(one: Somebody, other: Somebody) -> None:
    """Both are signed in; afterwards they share a space."""
    other.answer(one.invite())
    assert one.eight_words() == other.eight_words()
    one.say_same()
    other.say_same()


Two = tuple[Somebody, Somebody]


def come_cleared(visit: "Visit", arrivals: "Arrivals", word: str) -> Two:
    """Alma and Ben share a space, each in a browser of their own, and their own word counts behind safety.

    word: what their names tell of the story.
    """
    number = next(_numbers)
    alma, ben = (Somebody(f"{name} {word} {number}", visit().new_page()) for name in ("Alma", "Ben"))
    arrivals.meet(alma, ben, cleared=True)
    return alma, ben
