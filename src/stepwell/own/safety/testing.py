"""Makers for the tests of other rooms and for the demonstration."""

from collections.abc import Iterable
from typing import Self

from stepwell.ground.spaces.testing import BERLIN, Actor
from stepwell.ground.vault.api import Keyring
from stepwell.own.safety import answering
from stepwell.own.safety.questions import asked


def answer(keyring: Keyring, *, yes: Iterable[str] = (), left_open: Iterable[str] = ()) -> answering.Answered:
    """The questions, answered no but for these. Keys are those of questions.py."""
    sheet = answering.sheet(keyring)
    keys = [key for key in asked(apart=sheet.apart) if key not in set(left_open)]
    return answering.answer(keyring, {key: key in set(yes) for key in keys}, asked=sheet)


def clear(keyring: Keyring) -> None:
    """Their own yes counts from now on, for thirty days."""
    answer(keyring)


class Careful(Actor):
    """An actor in a room behind safety. Two who enter have answered to it and are well."""

    @classmethod
    def enter_two(cls, one: str, other: str, zones: tuple[str, str] = (BERLIN, BERLIN)) -> tuple[Self, Self]:
        first, second = super().enter_two(one, other, zones)
        return first.is_well(), second.is_well()

    def is_well(self) -> Self:
        clear(self.keyring)
        return self

    def is_afraid(self) -> None:
        answer(self.keyring, yes=("a",))
