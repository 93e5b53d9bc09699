"""What this room asks of the safety of one person. The only module here that knows that room."""

from stepwell.ground.vault.api import Keyring
from stepwell.own.safety.api import Joint, may, on_freed

__all__ = ["may_lay_beside", "on_freed"]


def may_lay_beside(keyring: Keyring) -> bool:
    """Whether this person's own yes may count now. Nobody else ever learns the answer."""
    return may(keyring, Joint.DIALOGUE)
