"""Makers for the tests of other rooms and for the demonstration."""

from collections.abc import Iterable
from datetime import date
from uuid import UUID

from stepwell.ground.spaces.api import Couple, couple_of
from stepwell.ground.vault.api import Keyring
from stepwell.own.safety.testing import clear
from stepwell.together.openness import afterwards, asking, gate, hearing, leaf
from stepwell.together.openness.content import Boundary, Went
from stepwell.together.openness.prompts import own_of, prompt_of


def write_own(keyring: Keyring, text: str, depth: int = 1) -> UUID:
    leaf.add(keyring, text, depth)
    return leaf.leaf_of(keyring).own[-1].id


def ask_to_tell(
    keyring: Keyring, text: str, boundary: Iterable[Boundary] = ("listen",), *, clears: bool = True
) -> UUID:
    """With a prompt of their own in these words, or with one of the ladder by its key. Gives what stands."""
    kept = leaf.leaf_of(keyring)
    prompt = next((one for one in own_of(kept) if one.text == text), None) or prompt_of(kept, text)
    assert prompt is not None
    if clears:
        _clear(keyring)
    asking.ask(keyring, _couple(keyring), prompt, boundary)
    mine = asking.mine(keyring, _couple(keyring), leaf.leaf_of(keyring))
    assert mine is not None
    assert mine.id is not None
    return mine.id


def agree_to_hear(keyring: Keyring, opening: UUID, *, clears: bool = True) -> None:
    if clears:
        _clear(keyring)
    hearing.say_yes(keyring, _couple(keyring), opening)


def say_told(keyring: Keyring, opening: UUID) -> None:
    hearing.is_told(keyring, _couple(keyring), opening)


def say_after(
    keyring: Keyring, opening: UUID, *, went: Went = "well", helped: Iterable[str] = ("listened",), day: date
) -> None:
    afterwards.say(keyring, _couple(keyring), opening, went=went, helped=helped, day=day)


def depth_of(keyring: Keyring) -> int:
    return leaf.leaf_of(keyring).depth


def _clear(keyring: Keyring) -> None:
    """They answer to safety, unless their word counts as it is."""
    if not gate.may_draw_near(keyring):
        clear(keyring)


def _couple(keyring: Keyring) -> Couple:
    couple = couple_of(keyring)
    assert couple is not None
    return couple
