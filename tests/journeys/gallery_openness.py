"""The part of the walk that passes topics from light to deep, from a wish to how it was."""

from typing import TYPE_CHECKING

from tests.journeys.somebody import Somebody

if TYPE_CHECKING:
    from tests.journeys.gallery import Walk

KITCHEN = "The kitchen of my childhood"


def alone(walk: "Walk", alma: Somebody) -> None:
    walk.look(alma, "openness-alone", "/openness/")
    walk.look(alma, "openness-choose-alone", "/openness/choose/kitchen/")
    walk.look(alma, "openness-write", "/openness/own/")
    alma.hand.press("Keep it for myself")
    walk.look(alma, "openness-write-errors")
    write(alma, "The summer I learned to swim", "Light")
    write(alma, "What I was afraid of as a child", "Deep")
    walk.look(alma, "openness-own")
    alma.hand.tap(alma.page.get_by_role("link", name="Let it go").first)
    walk.look(alma, "openness-let-go")


def write(somebody: Somebody, text: str, depth: str) -> None:
    somebody.go("/openness/own/")
    somebody.hand.write("In your words", text)
    somebody.hand.choose(depth)
    somebody.hand.press("Keep it for myself")


def ask(somebody: Somebody, other: str, topic: str = KITCHEN, *boundary: str) -> None:
    somebody.go("/openness/")
    for fold in somebody.page.locator("#topics details:not([open])").all()[::-1]:
        fold.locator("summary").click()
    somebody.hand.press(topic)
    for words in boundary:
        somebody.page.locator("label", has_text=words).get_by_role("checkbox").check()
    somebody.hand.press(f"Ask {other} to hear it")


def two(walk: "Walk", alma: Somebody, ben: Somebody) -> None:
    """Both answered to safety before: their words count."""
    walk.look(ben, "openness-two", "/openness/")
    walk.look(alma, "openness-choose", "/openness/choose/kitchen/")
    ask(alma, ben.name, KITCHEN, "Just listen", "Please do not advise")
    walk.look(alma, "openness-asked")
    walk.look(ben, "openness-from", "/openness/")
    ben.hand.press("Put it out of my sight")
    walk.look(ben, "openness-aside")
    ben.page.locator("summary", has_text="Out of your sight").click()
    ben.hand.press("Bring it back")
    ben.hand.press("I would like to hear it")
    walk.look(ben, "openness-agreed")
    ben.hand.press("Open its page")
    walk.look(ben, "openness-listens")
    alma.go("/openness/")
    alma.hand.press("Open its page")
    walk.look(alma, "openness-tells")
    alma.hand.press("It is told")
    walk.look(alma, "openness-after")
    alma.hand.choose("It went well")
    alma.page.locator("label", has_text="Being listened to").click()
    alma.hand.press("Keep this for myself")
    walk.look(alma, "openness-deeper")
    walk.look(ben, "openness-told", "/openness/")


def resting(walk: "Walk", alma: Somebody) -> None:
    walk.look(alma, "openness-resting", "/openness/")
    walk.look(alma, "openness-choose-resting", "/openness/choose/kitchen/")
