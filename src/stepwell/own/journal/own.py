"""What a person keeps for their next entries: words they came to use, and prompts they do not want."""

from collections.abc import Callable, Iterable, Mapping
from datetime import date

from msgspec.structs import replace

from stepwell.ground.ui.api import OWN_MARK
from stepwell.ground.vault.api import Keyring, change_own, read_own
from stepwell.own.journal.content import CHIPS, HabitsV1
from stepwell.own.journal.models import Habits
from stepwell.own.journal.prompts import ALL
from stepwell.own.journal.vocabulary import listed

MOST_WORDS = 60


def habits(keyring: Keyring) -> HabitsV1:
    return read_own(keyring, Habits, HabitsV1())


def known_words(keyring: Keyring, kind: str, mine: HabitsV1) -> tuple[str, ...]:
    """As stored: what this person came to use here, and their own words of the room that lists this kind."""
    source = listed(kind).own
    elsewhere = [OWN_MARK + word for word in source(keyring)] if source else []
    return tuple(dict.fromkeys((*elsewhere, *mine.words.get(kind, ()))))


def learn(keyring: Keyring, used: Mapping[str, Iterable[str]]) -> None:
    """Words that are not at once on the page stand there next time. The oldest go when a list is full."""
    known = habits(keyring)
    fresh = {kind: [word for word in used.get(kind, ()) if word not in listed(kind).short] for kind in CHIPS}
    if all(set(words) <= set(known.words.get(kind, ())) for kind, words in fresh.items()):
        return

    def more(before: HabitsV1) -> HabitsV1:
        lists = {kind: (*before.words.get(kind, ()), *fresh[kind]) for kind in CHIPS}
        kept = {kind: tuple(dict.fromkeys(words))[-MOST_WORDS:] for kind, words in lists.items() if words}
        return replace(before, words=kept)

    _change(keyring, more)


def forget(keyring: Keyring, kind: str, word: str) -> None:
    """Take it off the list. Entries that hold it keep it."""

    def less(before: HabitsV1) -> HabitsV1:
        left = tuple(known for known in before.words.get(kind, ()) if known != word)
        return replace(before, words=before.words | {kind: left})

    _change(keyring, less)


def refuse(keyring: Keyring, prompt: str) -> None:
    """This thought is not offered again."""
    if prompt in ALL:
        _change(keyring, lambda before: replace(before, refused=_with(before.refused, prompt)))


def allow(keyring: Keyring, prompt: str) -> None:
    def less(before: HabitsV1) -> HabitsV1:
        return replace(before, refused=tuple(key for key in before.refused if key != prompt))

    _change(keyring, less)


def quiet_on(keyring: Keyring, today: date) -> None:
    """No thought is offered on this day."""
    _change(keyring, lambda before: replace(before, quiet_on=today))


def set_quiet(keyring: Keyring, quiet: bool) -> None:
    """None is offered any more, or they are again."""
    _change(keyring, lambda before: replace(before, quiet=quiet, quiet_on=None))


def _with(keys: tuple[str, ...], key: str) -> tuple[str, ...]:
    return tuple(dict.fromkeys((*keys, key)))


def _change(keyring: Keyring, change: Callable[[HabitsV1], HabitsV1]) -> None:
    change_own(keyring, Habits, HabitsV1(), change)
