"""How somebody is now, by their own word. The only module here that knows the room of that."""

from stepwell.ground.vault.api import Keyring
from stepwell.own.selfcare.api import now as last_said
from stepwell.own.selfcare.api import too_much

__all__ = ["now", "too_much"]


def now(keyring: Keyring) -> str:
    """`over`, `inside` or `numb`; empty where they have not said lately."""
    said = last_said(keyring)
    return said.state if said else ""
