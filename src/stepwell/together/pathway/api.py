"""The door of this room: where somebody stands, and what the home page may suggest."""

from datetime import datetime

from stepwell.ground.people.api import Someone
from stepwell.ground.spaces.api import couple_of
from stepwell.ground.ui.api import Offer, offers
from stepwell.ground.vault.api import Keyring
from stepwell.together.pathway import window
from stepwell.together.pathway.choosing import choose
from stepwell.together.pathway.place import landing_of

__all__ = ["landing_of", "suggestions"]


def suggestions(keyring: Keyring, person: Someone, now: datetime) -> tuple[Offer, ...]:
    """At most three, the same for the whole of this day and hour. `now` is aware. Raises Locked.

    Two short queries, and two more only where something is offered that takes two.
    """
    here = now.astimezone(person.zone)
    return choose(
        _for(keyring),
        landing=landing_of(keyring),
        state=window.now(keyring),
        hour=here.hour,
        day=here.date(),
        lot=person.id.bytes,
    )


def _for(keyring: Keyring) -> list[Offer]:
    every = offers()
    if any(offer.joint for offer in every) and not _open_space(keyring):
        return [offer for offer in every if not offer.joint]
    return list(every)


def _open_space(keyring: Keyring) -> bool:
    if keyring.seated == {keyring.own}:
        return False
    couple = couple_of(keyring)
    return couple is not None and not couple.paused
