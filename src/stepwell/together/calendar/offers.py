"""What the home page may suggest of this room."""

from collections.abc import Iterator

from django.utils.translation import gettext_lazy as _

from stepwell.ground.ui.api import Offer

OPEN_DOORS = frozenset({2})
INSIDE = frozenset({"inside"})
AWAKE = frozenset(range(7, 22))


def every() -> Iterator[Offer]:
    yield Offer(
        key="calendar.write",
        minutes=2,
        label=_("Write down a plan"),
        words=_("Where you will be, and until when. It is yours alone until you choose to show it."),
        url_name="calendar:write",
        landings=OPEN_DOORS,
        states=INSIDE,
        hours=AWAKE,
    )
    yield Offer(
        key="calendar.both",
        minutes=3,
        label=_("Suggest something to do again and again"),
        words=_("A meal or a walk. It stands when both say yes."),
        url_name="calendar:rituals",
        landings=OPEN_DOORS,
        states=INSIDE,
        hours=AWAKE,
        joint=True,
    )
