"""What the home page may suggest of this room. Each is small, and may be let go by."""

from django.utils.translation import gettext_lazy as _

from stepwell.ground.ui.api import Offer
from stepwell.own.selfcare.practice import Group, Practice
from stepwell.own.selfcare.practices import ALL

# Of their own clock.
DAYLIGHT = frozenset(range(7, 21))
NIGHT = frozenset({21, 22, 23, 0, 1, 2, 3, 4, 5})
AWAKE = frozenset(range(6, 23))
HOURS = {"walking": DAYLIGHT, "rest": NIGHT, "moving": AWAKE, "cold-water": AWAKE}
LANDINGS: dict[Group, frozenset[int]] = {"own": frozenset({4})}
NAMES = {"out-breath": _("Three slow breaths")}


def every() -> list[Offer]:
    return [*(_practice(one) for one in ALL), NUMBERS]


def _practice(practice: Practice) -> Offer:
    return Offer(
        key=f"selfcare.{practice.key}",
        minutes=practice.minutes,
        label=NAMES.get(practice.key, practice.title),
        words=practice.why,
        url_name="selfcare:practice",
        args=(practice.key,),
        landings=LANDINGS.get(practice.group, frozenset()),
        states=frozenset(practice.fits),
        hours=HOURS.get(practice.key, frozenset(range(24))),
    )


NUMBERS = Offer(
    key="selfcare.signs",
    minutes=2,
    label=_("What your body and mind do"),
    words=_("Names for what many people notice, and numbers of your own if you like."),
    url_name="selfcare:signs",
    landings=frozenset({1, 2, 3}),
    states=frozenset({"inside"}),
)
