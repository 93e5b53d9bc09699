"""What is sealed: an asking, what two said yes to, and one's own words that do not count yet.

A payload that was ever written stays readable: a new shape gets a new version and an upgrade from this one.
"""

from datetime import datetime
from uuid import UUID

import msgspec
from msgspec.structs import replace

from stepwell.ground.vault.api import Content, Kind

# Stands where nothing is named, so that the sealed bytes are as long as with a name.
NOBODY = UUID(int=0)
# Both of one's own words at their longest, in the letters that take most room.
OWN_BYTES = 6 * 1024


class AskingV1(Content, frozen=True, kw_only=True):
    """what: in the asker's own words. outs: what stays out for them. until: it ends by itself then."""

    what: str
    outs: tuple[str, ...]
    until: datetime


class ConsentV1(Content, frozen=True, kw_only=True):
    """outs: what either said stays out, in an order that says nothing of whose it is.

    asking: what it came of, so that a second press is known.
    """

    what: str
    outs: tuple[str, ...]
    until: datetime
    asking: UUID


class HeldV1(msgspec.Struct, frozen=True, kw_only=True):
    """An asking that does not count yet."""

    what: str
    outs: tuple[str, ...]
    until: datetime


class YesV1(msgspec.Struct, frozen=True, kw_only=True):
    """A yes that does not count yet."""

    asking: UUID
    outs: tuple[str, ...]


class OwnV1(Content, frozen=True, kw_only=True):
    """One person's own leaf, of one size. circle: the two it is about."""

    circle: UUID = NOBODY
    asked: HeldV1 | None = None
    yes: YesV1 | None = None
    filling: str = ""


ASKING: Kind[AskingV1] = Kind("consent.Asking.sealed", AskingV1)
CONSENT: Kind[ConsentV1] = Kind("consent.Consent.sealed", ConsentV1)
OWN: Kind[OwnV1] = Kind("consent.Own.sealed", OwnV1)


def filled(own: OwnV1) -> OwnV1:
    """The same at the one size that all have."""
    bare = replace(own, filling="")
    return replace(bare, filling="." * (OWN_BYTES - len(OWN.encode(bare))))
