"""What a page may offer when nothing is asked of anybody. Rooms put it here, the landing chooses among it."""

from dataclasses import dataclass

from django.urls import reverse
from django.utils.functional import Promise

ANY_STATE = frozenset({"over", "inside", "numb"})
ALL_DAY = frozenset(range(24))


@dataclass(frozen=True)
class Offer:
    """minutes: how long it takes, honestly. landings: 1 to 5, where it fits; empty fits on each.
    states: how somebody is now, by their own word (over, inside, numb). hours: of their own clock.
    joint: it takes two, so it is for nobody who is alone or whose space rests."""

    key: str
    minutes: int
    label: str | Promise
    words: str | Promise
    url_name: str
    args: tuple[str, ...] = ()
    landings: frozenset[int] = frozenset()
    states: frozenset[str] = ANY_STATE
    hours: frozenset[int] = ALL_DAY
    joint: bool = False

    @property
    def url(self) -> str:
        return reverse(self.url_name, args=self.args)


_offers: dict[str, Offer] = {}


def add_offer(offer: Offer) -> None:
    """Called from a room's `apps.py`. The last one to name a key wins, so a reload changes nothing."""
    _offers[offer.key] = offer


def offers() -> tuple[Offer, ...]:
    return tuple(_offers[key] for key in sorted(_offers))
