"""The part of the walk that passes the pages somebody writes for themselves."""

from typing import TYPE_CHECKING

from tests.journeys.somebody import Somebody

if TYPE_CHECKING:
    from tests.journeys.gallery import Walk

TEXT = "The train was late, and nobody rang. I walked to the river and back."


def alone(walk: "Walk", alma: Somebody) -> None:
    for name, path in {
        "pages-none": "/journal/",
        "pages-shown-alone": "/journal/shown/",
        "pages-words-none": "/journal/words/",
        "pages-good": "/journal/new/good/",
        "pages-self": "/journal/new/self/",
        "along-none": "/along/",
        "along-watch-none": "/along/watch/",
        "along-how": "/along/how/",
        "pages-new": "/journal/new/",
    }.items():
        walk.look(alma, name, path)
    alma.hand.press("Keep this page")
    walk.look(alma, "pages-new-errors")


def two(walk: "Walk", alma: Somebody, ben: Somebody) -> None:
    alma.go("/journal/new/")
    alma.hand.press("Do not ask me this again")
    alma.hand.write("What happened, as you would tell it", TEXT)
    alma.hand.choose("patience")
    fold = alma.page.locator("details", has=alma.page.get_by_label("Something else it touched"))
    fold.locator("summary").click()
    alma.hand.write("Something else it touched, in a few words", "being told in time")
    alma.hand.press("Keep this page")
    walk.look(alma, "pages-one")
    one = alma.page.url.split("?")[0]
    alma.page.get_by_text(f"Show a part of it to {ben.name}").click()
    alma.hand.press("See it as they would")
    walk.look(alma, "pages-one-errors")
    alma.page.get_by_role("checkbox", name="What helped").check()
    alma.hand.press("See it as they would")
    walk.look(alma, "pages-preview")
    alma.hand.press(f"Show this to {ben.name}")
    walk.look(alma, "pages-one-shown")
    walk.look(ben, "pages-shown", "/journal/shown/")
    walk.look(alma, "pages-change", f"{one}change/")
    walk.look(alma, "pages-delete", f"{one}delete/")
    walk.look(alma, "pages-words", "/journal/words/")
    walk.look(alma, "pages-list", "/journal/")
    walk.look(alma, "along", "/along/")
    walk.look(alma, "along-watch", "/along/watch/")
    walk.look(alma, "pages-paper", "/journal/paper/")
    walk.look(alma, "pages-find", "/journal/find/")
    alma.hand.write("A word or two", "river")
    alma.hand.press("Look")
    walk.look(alma, "pages-found")


def resting(walk: "Walk", alma: Somebody) -> None:
    walk.look(alma, "pages-shown-resting", "/journal/shown/")
