"""At most three of all that may be offered: what fits the landing, the hour, and how somebody is now.

Chosen by lot, and the same lot the whole day: who comes back finds what was there, tomorrow brings others.
"""

from collections.abc import Callable, Sequence
from datetime import date
from hashlib import blake2b

from stepwell.ground.ui.api import Offer

MOST = 3
SHORT = 2  # minutes
INSIDE = "inside"


def choose(
    offers: Sequence[Offer], *, landing: int, state: str, hour: int, day: date, lot: bytes
) -> tuple[Offer, ...]:
    """`state` empty: not said, and taken as inside; `lot` makes two people's days differ.

    One takes two minutes or less, where there is any such thing for this state. The shortest comes first.
    """
    able = [offer for offer in offers if (state or INSIDE) in offer.states]
    able.sort(key=_drawn(day, lot))
    fitting = [one for one in able if hour in one.hours and (not one.landings or landing in one.landings)]
    # Better something short for another hour than nothing short at all.
    short = [one for one in fitting if one.minutes <= SHORT] or [one for one in able if one.minutes <= SHORT]
    if state not in {"", INSIDE}:
        # What is meant for who is over or numb comes before what does for anybody.
        short.sort(key=lambda offer: len(offer.states))
    chosen = short[:1]
    for wanted in ([offer for offer in fitting if offer.landings], fitting, fitting):
        chosen += _another(wanted, chosen)
    return tuple(sorted(chosen[:MOST], key=lambda offer: (offer.minutes, offer.key)))


def _another(wanted: Sequence[Offer], chosen: Sequence[Offer]) -> list[Offer]:
    """One more, of a room that is not among them yet where there is one."""
    left = [offer for offer in wanted if offer not in chosen]
    rooms = {_room(offer) for offer in chosen}
    return ([offer for offer in left if _room(offer) not in rooms] or left)[:1]


def _room(offer: Offer) -> str:
    return offer.url_name.partition(":")[0]


def _drawn(day: date, lot: bytes) -> Callable[[Offer], bytes]:
    begun = blake2b(day.isoformat().encode(), key=lot, digest_size=8)

    def drawn(offer: Offer) -> bytes:
        mine = begun.copy()
        mine.update(offer.key.encode())
        return mine.digest()

    return drawn
