"""The part of the walk that passes promises and questions."""

from typing import TYPE_CHECKING

from tests.journeys.somebody import Somebody

if TYPE_CHECKING:
    from tests.journeys.gallery import Walk

WHY = "The train does not run that late, and I saw it only now."


def alone(walk: "Walk", alma: Somebody) -> None:
    for name, path in {
        "promises-alone": "/promises/",
        "promise-new-alone": "/promises/new/",
        "story-none": "/promises/story/",
        "asking-alone": "/questions/",
    }.items():
        walk.look(alma, name, path)


def promises(walk: "Walk", alma: Somebody, ben: Somebody) -> None:
    walk.look(ben, "promise-new", "/promises/new/")
    today = ben.page.locator("#id_first").get_attribute("value") or ""
    ben.hand.pick("How often", "On some days of the week")
    ben.hand.press("Make this promise")
    walk.look(ben, "promise-new-errors")
    ben.hand.pick("How often", "Once")
    ben.hand.write("What you will do", "I book the table.")
    ben.hand.choose(f"To {alma.name}. Both of us can read it")
    ben.hand.press("Make this promise")
    one = _promise(ben, alma, "I ring at six, from the station.")
    walk.look(ben, "promise-made")
    walk.look(ben, "promise-say", f"{one}{today}/")
    ben.hand.choose("I did not keep it")
    ben.hand.press("Say this")
    walk.look(ben, "promise-say-errors")
    ben.hand.choose("It will not work, and I say so in time")
    ben.hand.write("Why, in your words", WHY)
    ben.hand.write("What you promise in its place", "I ring from the car, before I drive.")
    ben.page.get_by_label("For which day").fill(today)
    ben.hand.press("Say this")
    walk.look(ben, "promise-changed")
    alma.go(one)
    alma.hand.write("A note for yourself", "He told me before I had to ask.")
    alma.hand.press("Keep this note")
    walk.look(alma, "promise-noted")
    walk.look(alma, "promises", "/promises/")
    walk.look(alma, "story", "/promises/story/")
    other = _promise(ben, alma, "I say where I am when I leave work.")
    walk.look(ben, "promise-end", f"{other}end/")
    ben.hand.write("A word about why", "It was too large. I make a smaller one.")
    ben.hand.press("End it")
    walk.look(ben, "promise-ended")
    walk.look(ben, "promise-over", f"{other}end/")
    walk.look(ben, "promises-own", "/promises/")


def _promise(ben: Somebody, alma: Somebody, what: str) -> str:
    ben.go("/promises/new/")
    ben.hand.write("What you will do", what)
    ben.hand.choose(f"To {alma.name}. Both of us can read it")
    ben.hand.press("Make this promise")
    return ben.page.url.split("?")[0]


def questions(walk: "Walk", alma: Somebody, ben: Somebody) -> None:
    walk.look(alma, "asking-new", "/questions/new/")
    alma.hand.press("Keep it for myself")
    walk.look(alma, "asking-new-errors")
    alma.hand.write("The question, in your words", "Was she better than me in bed?")
    alma.hand.press("Keep it for myself")
    walk.look(alma, "asking-one")
    one = alma.page.url.split("?")[0]
    walk.look(alma, "asking-delete", f"{one}delete/")
    walk.look(alma, "asking-change", f"{one}change/")
    alma.hand.write("The question, in your words", "Is my health at risk?")
    alma.hand.press("Keep it like this")
    alma.page.get_by_role("radio", name="For a session with a therapist").check()
    alma.hand.press(f"Put it to {ben.name}")
    walk.look(alma, "asking-put")
    walk.look(ben, "asked-list", "/questions/")
    ben.hand.press("Is my health at risk?")
    walk.look(ben, "asked")
    ben.hand.press("Give this answer")
    walk.look(ben, "asked-errors")
    ben.hand.write("Your answer", "No. I was tested in July.")
    ben.hand.press("Give this answer")
    walk.look(ben, "asked-answered")
    walk.look(alma, "asking-answered", one)
    walk.look(alma, "asked-and-answered", "/questions/answered/")
    walk.look(alma, "asking-list", "/questions/")


def resting(walk: "Walk", alma: Somebody) -> None:
    walk.look(alma, "promises-resting", "/promises/")
    walk.look(alma, "promise-new-resting", "/promises/new/")
    walk.look(alma, "asking-resting", "/questions/")
