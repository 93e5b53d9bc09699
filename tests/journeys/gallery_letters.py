"""The part of the walk that passes letters and the pages that look at words."""

from typing import TYPE_CHECKING

from tests.journeys.somebody import Somebody

if TYPE_CHECKING:
    from tests.journeys.gallery import Walk

BLOW = "You always lie to me. I feel sick when I hear the phone, and I wait for you at the window."
SENTENCE = {"when": "the phone lit up at dinner on Tuesday", "because": "it took me back to last spring"}


def alone(walk: "Walk", alma: Somebody) -> None:
    for name, path in {
        "letters-alone": "/letters/",
        "letters-sorts": "/letters/new/",
        "words": "/words/",
        "feeling": "/words/i-feel/",
    }.items():
        walk.look(alma, name, path)


def letters(walk: "Walk", alma: Somebody, ben: Somebody) -> None:
    looks(walk, alma)
    for sort in ("impact", "accountability"):
        walk.look(alma, f"letter-{sort}", f"/letters/new/{sort}/")
    alma.hand.press("Keep it for myself")
    walk.look(alma, "letter-errors")
    alma.go("/letters/new/letter/")
    alma.hand.write("Your letter", BLOW)
    alma.hand.press("Look at the words")
    alma.page.locator("[data-looked]").wait_for()
    walk.look(alma, "letter-looked-at")
    alma.hand.press("Keep it for myself")
    walk.look(alma, "letter-own")
    own = alma.page.url.split("?")[0]
    walk.look(alma, "letter-change", f"{own}change/")
    walk.look(alma, "letter-delete", f"{own}delete/")
    walk.look(alma, "letter-give", f"{own}give/")
    alma.hand.press(f"Give it to {ben.name}")
    walk.look(alma, "letter-given")
    given = alma.page.url
    walk.look(ben, "letters-from", "/letters/")
    walk.look(ben, "letter-from", given)
    ben.hand.press("Give it back")
    walk.look(ben, "letter-from-errors")
    ben.hand.write("What did you hear?", "The phone is enough. Then you stand at the window and wait.")
    ben.hand.press("Give it back")
    walk.look(ben, "letter-given-back")
    walk.look(alma, "letter-is-that-it", given)
    alma.page.get_by_role("radio", name="Yes, that is it").check()
    alma.hand.press("Say this")
    walk.look(ben, "letter-answer", given)
    ben.hand.write("Your answer", "I put it on the shelf when I come home, from tonight.")
    ben.hand.press("Give this answer")
    walk.look(ben, "letter-answered")
    walk.look(alma, "letters", "/letters/")


def looks(walk: "Walk", alma: Somebody) -> None:
    alma.go("/words/")
    alma.hand.write("Your words", BLOW)
    alma.hand.press("Look at the words")
    alma.page.locator("[data-looked]").wait_for()
    walk.look(alma, "words-looked-at")
    alma.go("/words/i-feel/")
    alma.hand.write("I feel", "that you do not care")
    for label, words in SENTENCE.items():
        alma.hand.write(label, words)
    alma.hand.press("Put it together")
    walk.look(alma, "feeling-put-together")


def resting(walk: "Walk", alma: Somebody) -> None:
    walk.look(alma, "letters-resting", "/letters/")
