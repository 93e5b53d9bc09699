"""What this room asks of the safety of one person. The only module here that knows that room."""

from stepwell.ground.vault.api import Keyring
from stepwell.own.safety.api import Joint, held, hold, let_go, may, on_freed

__all__ = ["held", "hold", "let_go", "may_step", "on_freed"]


def may_step(keyring: Keyring) -> bool:
    """Whether this person's own word may count now. Nobody else ever learns the answer."""
    return may(keyring, Joint.STEP)
