"""Three ways to use a page: a thumb, a keyboard alone, a browser that runs no script.

The story is one; a hand only knows how to reach what a story names by the words on the page.
"""

import re
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from playwright.sync_api import Locator, Page

MOST_STEPS = 250  # a page with more stops than this is not usable by keyboard
HERE = "element => element === document.activeElement"
SAME_GROUP = "element => element.name !== '' && element.name === document.activeElement.name"


def one_of(sought: "Locator", instead: "Locator") -> "Locator":
    """A page that is still on its way has neither; asked too early, the wrong one would be waited for."""
    sought.or_(instead).first.wait_for(state="attached")
    return sought if sought.count() else instead


class Thumb:
    """Points at things. Without scripts it is the same hand in a plainer browser."""

    def __init__(self, page: "Page") -> None:
        self.page = page

    def named(self, kind: Any, words: str) -> "Locator":
        return self.page.get_by_role(kind, name=re.compile(rf"^{re.escape(words)}$")).first

    def pressable(self, words: str) -> "Locator":
        """The button or link with these words, once the page has one of them."""
        return one_of(self.named("button", words), self.named("link", words))

    def press(self, words: str) -> None:
        self.tap(self.pressable(words))

    def tap(self, what: "Locator") -> None:
        """For what no words of its own tell apart from its neighbours."""
        what.click()
        self.settle()

    def settle(self) -> None:
        """A page has come, or the open one holds the answer."""
        self.page.wait_for_load_state()
        self.page.locator("main[aria-busy]").wait_for(state="detached")

    def unfold(self, words: str, *, nth: int = 0) -> None:
        self.page.locator("summary", has_text=words).nth(nth).click()

    def write(self, label: str, text: str) -> None:
        self.page.get_by_label(label, exact=True).first.fill(text)

    def pick(self, label: str, option: str) -> None:
        self.page.get_by_label(label, exact=True).select_option(label=option)

    def choose(self, words: str, *, within: str = "") -> None:
        """A radio or a box, by its own words, inside the group that says `within`."""
        self._choice(words, within).check()

    def _choice(self, words: str, within: str) -> "Locator":
        where = self.page.locator("fieldset", has_text=within).first if within else self.page
        radio, box = (where.get_by_role(kind, name=words, exact=True).first for kind in ("radio", "checkbox"))
        return one_of(radio, box)


class Keyboard(Thumb):
    """Tab, arrows, Space and Enter. Never a pointer: what cannot be reached fails the story."""

    def _reach(self, goal: "Locator", *, group: bool = False) -> None:
        goal.wait_for(state="attached")
        for _ in range(MOST_STEPS):
            if goal.evaluate(HERE) or (group and goal.evaluate(SAME_GROUP)):
                return
            self.page.keyboard.press("Tab")
        raise AssertionError(f"No key reaches {goal}")

    def tap(self, what: "Locator") -> None:
        self._reach(what)
        with self.page.expect_event("domcontentloaded"):
            self.page.keyboard.press("Enter")
        self.page.wait_for_load_state()

    def unfold(self, words: str, *, nth: int = 0) -> None:
        self._reach(self.page.locator("summary", has_text=words).nth(nth))
        self.page.keyboard.press("Enter")

    def write(self, label: str, text: str) -> None:
        field = self.page.get_by_label(label, exact=True).first
        self._reach(field)
        self.page.keyboard.press("Control+A")
        self.page.keyboard.insert_text(text)

    def pick(self, label: str, option: str) -> None:
        self._reach(self.page.get_by_label(label, exact=True))
        self.page.keyboard.type(option)

    def choose(self, words: str, *, within: str = "") -> None:
        goal = self._choice(words, within)
        single = goal.get_attribute("type") == "radio"
        self._reach(goal, group=single)
        if not single:
            self.page.keyboard.press("Space")
            return
        for _ in range(14):
            if goal.is_checked():
                return
            self.page.keyboard.press("ArrowRight")
        if not goal.is_checked():
            self.page.keyboard.press("Space")
        assert goal.is_checked(), f"No key chooses {words}"


class Plain(Thumb):
    """A thumb in a browser that runs no script: whatever is pressed brings another page."""

    def tap(self, what: "Locator") -> None:
        with self.page.expect_event("domcontentloaded"):
            what.click()
        self.page.wait_for_load_state()


HANDS = {"thumb": Thumb, "keyboard": Keyboard, "no script": Plain}
