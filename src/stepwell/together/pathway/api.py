"""The door of this room: where somebody stands, and what the home page may suggest."""

from datetime import datetime

from stepwell.ground.people.api import Someone
from stepwell.ground.spaces.api import Couple
from stepwell.ground.ui.api import Offer, offers
from stepwell.ground.vault.api import Keyring
from stepwell.together.pathway import window
from stepwell.together.pathway.choosing import INSIDE, choose
from stepwell.together.pathway.place import landing_of

__all__ = ["landing_of", "suggestions"]


def suggestions(keyring: Keyring, person: Someone, now: datetime, couple: Couple | None) -> tuple[Offer, ...]:
    """At most three, the same for the whole of this day and hour. `now` is aware. Raises Locked.

    Nothing for two is put before somebody who said that it is too much, or that they are far away.
    """
    here = now.astimezone(person.zone)
    state = window.now(keyring)
    together = couple is not None and not couple.paused and state in {"", INSIDE}
    return choose(
        [offer for offer in offers() if together or not offer.joint],
        landing=landing_of(keyring),
        state=state,
        hour=here.hour,
        day=here.date(),
        lot=person.id.bytes,
    )
