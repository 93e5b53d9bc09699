"""Makers for the tests of other rooms and for the demonstration."""

from uuid import UUID

from stepwell.ground.spaces.api import couple_of
from stepwell.ground.vault.api import Keyring
from stepwell.own.pace import keeping, showing
from stepwell.own.pace.content import LineV1, Said

__all__ = ["put_aside", "show_line", "write_leaf"]


def write_leaf(keyring: Keyring, leaf: str, said: Said) -> None:
    """As if its owner had pressed keep."""
    keeping.keep(keyring, leaf, said, revision=keeping.leaf_of(keyring, leaf).revision)


def put_aside(keyring: Keyring, leaf: str, said: Said) -> UUID:
    """As if it had been written in two places at once. Gives the id of the second wording."""
    try:
        keeping.keep(keyring, leaf, said, revision=-1)
    except keeping.ChangedElsewhere:
        return keeping.leaf_of(keyring, leaf).aside[-1].id
    raise AssertionError("nothing was kept aside")


def show_line(keyring: Keyring, leaf: str, part: str, words: str) -> UUID:
    """As if its owner had looked at the preview and pressed show. Gives the id of the copy."""
    line = LineV1(leaf=leaf, part=part, words=words)
    showing.show(keyring, line, couple_of(keyring))
    return next(row.id for row, shown in showing.mine(keyring) if shown == line)
