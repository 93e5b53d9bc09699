"""The words of a check-in, lent to the pages of a journal: a word has the same key in both."""

from collections.abc import Callable, Iterable

from stepwell.ground.vault.api import Keyring
from stepwell.own.journal.api import Listed
from stepwell.together.checkins import own
from stepwell.together.checkins.feelings import FEELINGS
from stepwell.together.checkins.vocabulary import BODY, HARD, HELPED, SHORT_LIST


def lent() -> dict[str, Listed]:
    """By the kind of the journal. What was hard in a check-in is there what set something off."""
    feelings = tuple((family.label, family.words) for family in FEELINGS)
    return {
        "feelings": Listed(feelings, SHORT_LIST["feelings"], _own("feelings")),
        "body": Listed((("", BODY),), SHORT_LIST["body"], _own("body")),
        "triggers": Listed((("", HARD),), SHORT_LIST["hard"], _own("hard")),
        "helped": Listed((("", HELPED),), SHORT_LIST["helped"], _own("helped")),
    }


def _own(kind: str) -> Callable[[Keyring], Iterable[str]]:
    def words(keyring: Keyring) -> Iterable[str]:
        found: tuple[str, ...] = getattr(own.own_words(keyring), kind)
        return found

    return words
