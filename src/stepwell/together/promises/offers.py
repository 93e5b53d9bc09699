"""What the home page may suggest of this room."""

from collections.abc import Iterator

from django.utils.translation import gettext_lazy as _

from stepwell.ground.ui.api import Offer

INSIDE = frozenset({"inside"})
OPEN_DOORS = frozenset({2})


def every() -> Iterator[Offer]:
    yield Offer(
        key="promises.make",
        minutes=1,
        label=_("Make one small promise"),
        words=_("To somebody, or to yourself. With a day, and in your own hands."),
        url_name="promises:make",
        landings=OPEN_DOORS,
        states=INSIDE,
    )
    yield Offer(
        key="promises.story",
        minutes=3,
        label=_("Read what became of what was said"),
        words=_("The last months, in sentences."),
        url_name="promises:story",
        landings=OPEN_DOORS,
        states=INSIDE,
    )
