"""The part of the walk that passes small signs of warmth."""

from typing import TYPE_CHECKING

from tests.journeys.somebody import Somebody

if TYPE_CHECKING:
    from tests.journeys.gallery import Walk

NOTE = "You sat with me on the stairs, and said nothing. I was glad of it."


def alone(walk: "Walk", alma: Somebody) -> None:
    walk.look(alma, "small-alone", "/affection/")
    walk.look(alma, "small-lines", "/affection/lines/")
    alma.hand.write("One on each line", "x" * 201)
    alma.hand.press("Put them on my list")
    walk.look(alma, "small-lines-errors")


def two(walk: "Walk", alma: Somebody, ben: Somebody) -> None:
    """Both answered to safety before: their words count."""
    walk.look(alma, "small-two", "/affection/")
    write(alma, "The last pear, left on the shelf")
    say(alma)
    walk.look(alma, "small-said", "/affection/")
    say(ben)
    lay(alma, NOTE)
    walk.look(alma, "small-laid")
    walk.look(ben, "small-read", "/affection/")
    walk.look(ben, "small-note", "/affection/note/")
    ben.hand.press("Lay it down")
    walk.look(ben, "small-note-errors")


def write(somebody: Somebody, *texts: str) -> None:
    somebody.go("/affection/lines/")
    somebody.hand.write("One on each line", "\n".join(texts))
    somebody.hand.press("Put them on my list")


def say(somebody: Somebody) -> None:
    somebody.go("/affection/")
    somebody.hand.press("Notes are welcome to me")


def lay(somebody: Somebody, words: str) -> None:
    somebody.go("/affection/note/")
    somebody.hand.write("In your words", words)
    somebody.hand.press("Lay it down")


def resting(walk: "Walk", alma: Somebody) -> None:
    walk.look(alma, "small-resting", "/affection/")
