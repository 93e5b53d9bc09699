"""The part of the walk that passes the list of what one would welcome, and a round of two."""

from typing import TYPE_CHECKING

from tests.journeys.somebody import Somebody

if TYPE_CHECKING:
    from tests.journeys.gallery import Walk


def alone(walk: "Walk", alma: Somebody) -> None:
    walk.look(alma, "menu-alone", "/menu/")
    walk.look(alma, "menu-write", "/menu/write/")
    alma.hand.write("One on each line", "x" * 120)
    alma.hand.press("Put them on my list")
    walk.look(alma, "menu-write-errors")
    write(alma, "Reading the same book", "A game of cards after supper")
    walk.look(alma, "menu-own")
    walk.look(alma, "menu-line", way(alma, "Take it off"))


def way(somebody: Somebody, words: str) -> str:
    """Where the first link with these words leads."""
    return somebody.page.get_by_role("link", name=words).first.get_attribute("href") or ""


def write(somebody: Somebody, *texts: str) -> None:
    somebody.go("/menu/write/")
    somebody.hand.write("One on each line", "\n".join(texts))
    somebody.hand.press("Put them on my list")


def mark(somebody: Somebody, **marks: str) -> None:
    """Lines by their words, with a low line for a space."""
    somebody.go("/menu/")
    for fold in somebody.page.locator("#list details:not([open])").all()[::-1]:
        fold.locator("summary").click()
    for line, words in marks.items():
        row = somebody.page.get_by_role("group", name=line.replace("_", " ")).first
        row.get_by_role("radio", name=words, exact=True).check()
    somebody.hand.press("Keep these marks")


def ask(somebody: Somebody) -> None:
    somebody.go("/menu/round/")
    somebody.hand.press("I would like a round")


def two(walk: "Walk", alma: Somebody, ben: Somebody) -> None:
    """Both answered to safety before: their words count."""
    walk.look(alma, "menu-two", "/menu/")
    write(ben, "reading the same BOOK.")
    mark(alma, A_shared_look="Welcome", Reading_the_same_book="Welcome", Holding_hands="Not now")
    mark(ben, A_shared_look="Welcome", reading_the_same_BOOK="Welcome", Holding_hands="Welcome")
    walk.look(alma, "menu-round", "/menu/round/")
    alma.hand.press("I would like a round")
    walk.look(alma, "menu-asked")
    ask(ben)
    walk.look(alma, "menu-both", "/menu/")
    walk.look(alma, "menu-not-any-more", way(alma, "Not any more"))


def resting(walk: "Walk", alma: Somebody) -> None:
    walk.look(alma, "menu-resting", "/menu/")
