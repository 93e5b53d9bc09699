"""What this room asks of one person's safety. Nothing else here knows of it."""

from stepwell.ground.vault.api import Keyring
from stepwell.own.safety.api import Joint, held, hold, let_go, may, on_freed

__all__ = ["held", "hold", "let_go", "may_draw_near", "on_freed"]


def may_draw_near(keyring: Keyring) -> bool:
    """Whether this person's own word may count now. Nobody else ever learns the answer."""
    return may(keyring, Joint.CLOSENESS)
