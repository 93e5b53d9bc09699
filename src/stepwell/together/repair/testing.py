"""Makers for the tests of other rooms and for the demonstration."""

from datetime import date

from stepwell.ground.spaces.api import couple_of
from stepwell.ground.vault.api import Keyring
from stepwell.together.repair import keeping, settling
from stepwell.together.repair.content import PartV1
from stepwell.together.repair.shelf import shown


def keep_part(keyring: Keyring, *, today: date, **words: str) -> None:
    """words: signs, helps, worse, word, back."""
    kept = keeping.mine(keyring)
    keeping.keep(keyring, PartV1(**words), revision=kept.revision if kept else 0, today=today)


def put_forward(keyring: Keyring, *, name: str, today: date) -> None:
    """As if its writer had pressed the button."""
    kept = keeping.mine(keyring)
    revision = kept.revision if kept else 0
    settling.put_forward(keyring, couple_of(keyring), revision=revision, name=name, today=today)


def sign_plan(keyring: Keyring, *, name: str) -> None:
    """Sign what is put forward now."""
    couple = couple_of(keyring)
    offer = shown(keyring, couple).offer
    assert offer is not None
    settling.sign(keyring, couple, number=offer.number, name=name)
