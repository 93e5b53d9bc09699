"""What a person keeps for their own next check-ins: words they added, and what they usually show."""

from collections.abc import Iterable, Mapping
from typing import Any
from uuid import UUID

from django.db import IntegrityError, transaction
from msgspec.structs import replace

from stepwell.ground.vault.api import Keyring, read, write
from stepwell.together.checkins.content import OWN, HabitsV1, OwnWordsV1, in_order
from stepwell.together.checkins.models import Habits, OwnWords
from stepwell.together.checkins.vocabulary import KINDS, MOST_OWN_WORDS

MOST_PUT_ASIDE = 50
EMPTY: dict[type[OwnWords] | type[Habits], OwnWordsV1 | HabitsV1] = {
    OwnWords: OwnWordsV1(),
    Habits: HabitsV1(),
}


def own_words(keyring: Keyring) -> OwnWordsV1:
    row = OwnWords.objects.within(keyring, keyring.own).first()
    return read(keyring, row) if row else OwnWordsV1()


def learn_words(keyring: Keyring, stored: Mapping[str, Iterable[str]]) -> None:
    """Add these words, given as they are stored, to the lists of this person.

    Listed words and known ones are passed over; the oldest go when a list is full.
    """
    fresh = {
        kind: [word[len(OWN) :] for word in words if word.startswith(OWN)] for kind, words in stored.items()
    }
    if not any(fresh.values()):
        return
    with transaction.atomic():
        row, words = _held(keyring, OwnWords)
        lists = {kind: getattr(words, kind) + tuple(fresh.get(kind, ())) for kind in KINDS}
        lists = {kind: tuple(dict.fromkeys(found))[-MOST_OWN_WORDS:] for kind, found in lists.items()}
        _put(keyring, row, replace(words, **lists))


def forget_word(keyring: Keyring, kind: str, word: str) -> None:
    """Take it off the list. Check-ins that hold it keep it."""
    with transaction.atomic():
        row, words = _held(keyring, OwnWords)
        left = tuple(known for known in getattr(words, kind) if known != word)
        _put(keyring, row, replace(words, **{kind: left}))


def _held(keyring: Keyring, model: type[OwnWords] | type[Habits]) -> tuple[Any, Any]:
    """The one row of this person with its content, held until the transaction ends; made where none is."""
    mine = model.objects.within(keyring, keyring.own)
    row = mine.select_for_update().first()
    if row is None:
        row = model(circle_id=keyring.own)
        write(keyring, row, EMPTY[model])
        try:
            with transaction.atomic():
                row.save(force_insert=True)
        except IntegrityError:  # the same person, in another tab, was first
            row = mine.select_for_update().get()
    return row, read(keyring, row)


def _put(keyring: Keyring, row: OwnWords | Habits, content: OwnWordsV1 | HabitsV1) -> None:
    if content == read(keyring, row):
        return
    write(keyring, row, content)
    row.save()


def habits(keyring: Keyring) -> HabitsV1:
    row = Habits.objects.within(keyring, keyring.own).first()
    return read(keyring, row) if row else HabitsV1()


def remember_showing(keyring: Keyring, parts: Iterable[str]) -> None:
    with transaction.atomic():
        row, known = _held(keyring, Habits)
        _put(keyring, row, replace(known, show=in_order(parts)))


def put_out_of_sight(keyring: Keyring, times: UUID) -> None:
    """Suggested times this person does not want to see. Sealed to them alone, and no answer to anybody."""
    with transaction.atomic():
        row, known = _held(keyring, Habits)
        kept = tuple(dict.fromkeys((*known.put_aside, times)))[-MOST_PUT_ASIDE:]
        _put(keyring, row, replace(known, put_aside=kept))
