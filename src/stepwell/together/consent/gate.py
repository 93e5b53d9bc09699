"""What this room asks of one person's safety and of how they are now. Nothing else here knows of those."""

from stepwell.ground.vault.api import Keyring
from stepwell.own.safety.api import Joint, may, on_freed
from stepwell.own.selfcare.api import too_much

__all__ = ["may_draw_near", "on_freed", "too_much"]


def may_draw_near(keyring: Keyring) -> bool:
    """Whether this person's own word may count now. Nobody else ever learns the answer."""
    return may(keyring, Joint.CLOSENESS)
