"""What two people do for this time, as their hands find it on the pages. For stories and for the walk."""

from tests.journeys.somebody import Somebody

PAGE = "/this-time/"
BOTH = "Both of you said yes to this, for this time."


def ask(somebody: Somebody, what: str = "A long hug when you come in", outs: str = "Talking") -> None:
    somebody.go(f"{PAGE}ask/")
    somebody.hand.write("What I would like", what)
    somebody.hand.write("What stays out for me", outs)
    somebody.hand.choose("3 hours")
    somebody.hand.press("Ask")


def agree(somebody: Somebody, outs: str = "") -> None:
    somebody.go(PAGE)
    somebody.hand.press("Answer, if you like")
    if outs:
        somebody.hand.write("What stays out for me", outs)
    somebody.hand.press("Yes, for this time")


def reads(somebody: Somebody, words: str) -> None:
    """Their open page comes to these words by itself."""
    somebody.page.get_by_text(words).first.wait_for()


def is_gone(somebody: Somebody, words: str) -> None:
    somebody.page.get_by_text(words).first.wait_for(state="detached")
