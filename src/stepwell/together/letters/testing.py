"""Makers for the tests of other rooms and for the demonstration."""

from datetime import date
from uuid import UUID, uuid4

from stepwell.ground.spaces.api import couple_of
from stepwell.ground.vault.api import Keyring
from stepwell.together.letters import answering, giving, keeping
from stepwell.together.letters.content import PartV1, Sort, Verdict


def keep_letter(keyring: Keyring, *, today: date, sort: Sort = "letter", **words: str) -> UUID:
    """`words`: the key of a heading to what stands under it; `words="…"` for a plain letter."""
    parts = tuple(PartV1(key=key, words=said) for key, said in words.items())
    return keeping.keep(keyring, form_id=uuid4(), sort=sort, parts=parts, today=today)


def give_letter(keyring: Keyring, letter: UUID, *, today: date) -> UUID:
    """As if its writer had pressed the button. Gives the id under which the other finds it."""
    revision = keeping.mine(keyring, letter)[1].revision
    return giving.give(keyring, letter, revision=revision, couple=couple_of(keyring), today=today)


def say(keyring: Keyring, given: UUID, step: int, words: str, *, today: date, verdict: Verdict = "") -> None:
    """step: 1 gives back, 2 the writer's word, 3 and 4 once more, 5 the answer."""
    couple = couple_of(keyring)
    assert couple is not None
    answering.say(
        keyring, couple, given, step=step, form_id=uuid4(), words=words, verdict=verdict, today=today
    )
