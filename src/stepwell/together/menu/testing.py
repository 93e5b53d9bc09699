"""Makers for the tests of other rooms and for the demonstration."""

from collections.abc import Mapping, Sequence
from uuid import UUID

from stepwell.ground.spaces.api import couple_of
from stepwell.ground.vault.api import Keyring
from stepwell.own.safety.testing import clear
from stepwell.together.menu import asking, both, sheet
from stepwell.together.menu.content import Mark
from stepwell.together.menu.ideas import id_of
from stepwell.together.menu.same import same
from stepwell.together.menu.views.opened import after_change

__all__ = ["Mark", "ask_for_round", "look", "mark_lines", "write_lines"]


def write_lines(keyring: Keyring, *texts: str) -> list[UUID]:
    """Lines of their own. Gives the ids of all such lines."""
    sheet.add(keyring, texts, after=after_change(keyring, couple_of(keyring)))
    return [one.id for one in sheet.sheet_of(keyring).own]


def mark_lines(keyring: Keyring, marks: Mapping[str, Mark]) -> None:
    """Ideas by their key, own lines by their words."""
    kept = sheet.sheet_of(keyring)
    ids = {same(one.text): one.id for one in kept.own}
    found = {ids.get(same(name), id_of(name)): given for name, given in marks.items()}
    after = after_change(keyring, couple_of(keyring))
    sheet.mark(keyring, found, revision=kept.revision, after=after)


def ask_for_round(keyring: Keyring, *, clears: bool = True) -> None:
    """clears: they answer to safety first."""
    couple = couple_of(keyring)
    assert couple is not None
    if clears:
        clear(keyring)
    asking.ask(keyring, couple)


def look(keyring: Keyring) -> Sequence[str]:
    """A visit: what stands on their page as welcome to both."""
    couple = couple_of(keyring)
    asking.visit(keyring, couple)
    found = both.light(keyring, couple) if couple and not couple.paused else None
    return [line.text for line in both.shown(found, sheet.lines(sheet.sheet_of(keyring)))] if found else []
