"""What a person keeps for their own next check-ins: words they added, and what they usually show."""

from collections.abc import Iterable, Mapping
from uuid import UUID

from msgspec.structs import replace

from stepwell.ground.ui.api import OWN_MARK
from stepwell.ground.vault.api import Keyring, change_own, read_own
from stepwell.together.checkins.content import HabitsV1, OwnWordsV1, in_order
from stepwell.together.checkins.models import Habits, OwnWords
from stepwell.together.checkins.vocabulary import KINDS, MOST_OWN_WORDS

MOST_PUT_ASIDE = 50


def own_words(keyring: Keyring) -> OwnWordsV1:
    return read_own(keyring, OwnWords, OwnWordsV1())


def learn_words(keyring: Keyring, stored: Mapping[str, Iterable[str]]) -> None:
    """Add these words, given as they are stored, to the lists of this person.

    Listed words and known ones are passed over; the oldest go when a list is full.
    """
    fresh = {
        kind: [word.removeprefix(OWN_MARK) for word in words if word.startswith(OWN_MARK)]
        for kind, words in stored.items()
    }
    if not any(fresh.values()):
        return

    def more(words: OwnWordsV1) -> OwnWordsV1:
        lists = {kind: getattr(words, kind) + tuple(fresh.get(kind, ())) for kind in KINDS}
        lists = {kind: tuple(dict.fromkeys(found))[-MOST_OWN_WORDS:] for kind, found in lists.items()}
        return replace(words, **lists)

    change_own(keyring, OwnWords, OwnWordsV1(), more)


def forget_word(keyring: Keyring, kind: str, word: str) -> None:
    """Take it off the list. Check-ins that hold it keep it."""

    def less(words: OwnWordsV1) -> OwnWordsV1:
        left = tuple(known for known in getattr(words, kind) if known != word)
        return replace(words, **{kind: left})

    change_own(keyring, OwnWords, OwnWordsV1(), less)


def habits(keyring: Keyring) -> HabitsV1:
    return read_own(keyring, Habits, HabitsV1())


def remember_showing(keyring: Keyring, parts: Iterable[str]) -> None:
    shown = in_order(parts)
    change_own(keyring, Habits, HabitsV1(), lambda known: replace(known, show=shown))


def put_out_of_sight(keyring: Keyring, times: UUID) -> None:
    """Suggested times this person does not want to see. Sealed to them alone, and no answer to anybody."""

    def more(known: HabitsV1) -> HabitsV1:
        kept = tuple(dict.fromkeys((*known.put_aside, times)))[-MOST_PUT_ASIDE:]
        return replace(known, put_aside=kept)

    change_own(keyring, Habits, HabitsV1(), more)
