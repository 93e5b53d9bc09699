"""Makers for the tests of other rooms and for the demonstration."""

from uuid import UUID

from stepwell.ground.people.testing import Member
from stepwell.ground.spaces.founding import found
from stepwell.ground.spaces.leaving import leave
from stepwell.ground.vault.api import my_bundle, pin

__all__ = ["leave", "make_couple"]


def make_couple(a: Member, b: Member) -> UUID:
    """Two who compared words share an open space. Gives its circle; both keyrings are fresh afterwards."""
    mine, theirs = my_bundle(a.keyring), my_bundle(b.keyring)
    pin(a.keyring, b.id, theirs)
    pin(b.keyring, a.id, mine)
    circle = found(a.keyring, b.id, theirs, {a.id: a.name, b.id: b.name})
    a.fresh()
    b.fresh()
    return circle
