"""Makers for the tests of other rooms."""

from datetime import timedelta
from uuid import UUID

from django.utils import timezone

from stepwell.ground.spaces.api import Couple, couple_of
from stepwell.ground.vault.api import Keyring
from stepwell.together.consent import asking
from stepwell.together.consent.content import AskingV1


def _couple(keyring: Keyring) -> Couple:
    couple = couple_of(keyring)
    assert couple is not None
    return couple


def visit(keyring: Keyring) -> None:
    """As every page of this room does."""
    asking.visit(keyring, couple_of(keyring))


def ask(keyring: Keyring, *, what: str = "A long hug", outs: tuple[str, ...] = ()) -> None:
    couple = _couple(keyring)
    asked = AskingV1(what=what, outs=outs, until=timezone.now() + timedelta(hours=3))
    assert asking.ask(keyring, couple, asked)


def asked(keyring: Keyring) -> UUID | None:
    """The id of what the other asked, as far as it shows to this person."""
    theirs = asking.theirs(keyring, _couple(keyring))
    return theirs.id if theirs else None


def agree(keyring: Keyring, *, outs: tuple[str, ...] = ()) -> None:
    """Yes to what the other asked."""
    there = asked(keyring)
    assert there is not None
    asking.say_yes(keyring, _couple(keyring), there, outs=outs)
