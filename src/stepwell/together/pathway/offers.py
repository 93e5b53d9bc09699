"""What the home page may suggest of this room."""

from collections.abc import Iterator

from django.utils.translation import gettext_lazy as _

from stepwell.ground.ui.api import Offer
from stepwell.together.pathway.landings import LANDINGS

INSIDE = frozenset({"inside"})
AWAKE = frozenset(range(7, 22))


def every() -> Iterator[Offer]:
    for landing in LANDINGS:
        yield Offer(
            key=f"pathway.{landing.slug}",
            minutes=2,
            label=_("What this landing is for"),
            words=landing.short,
            url_name=landing.url_name,
            landings=frozenset({landing.number}),
            states=INSIDE,
        )
    yield Offer(
        key="pathway.ask",
        minutes=5,
        label=_("Ask yourself a few questions"),
        words=_("Only for you. Nothing follows from it."),
        url_name="pathway:ask",
        states=INSIDE,
        hours=AWAKE,
    )
