"""The calendar of everybody in the cast: plans, what is shown of them, what two do, files that were kept."""

from typing import TYPE_CHECKING

from stepwell.ground.spaces.api import couple_of
from stepwell.together.calendar import testing
from stepwell.together.calendar.content import PARTS
from stepwell.together.calendar.models import Shown

if TYPE_CHECKING:
    from tests.house.matrix.cast import Cast

WHO = ("alma", "ben", "chidi", "esi", "femi")
COUPLES = {"alma": "ben", "chidi": "dara"}
READERS = {"alma": ("alma", "ben"), "ben": ("alma", "ben"), "chidi": ("chidi", "dara")}
FIRST, LATER = testing.wall("2026-03-04 20:00"), testing.wall("2026-03-04 21:00")


def build(cast: "Cast") -> None:
    for who in WHO:
        keyring = cast.members[who].fresh().keyring
        note = cast.plant(f"{who} notes of the plan", who)
        what = cast.plant(f"what {who} plans", *READERS.get(who, (who,)))
        plan = testing.body(FIRST, LATER, rule="FREQ=WEEKLY;BYDAY=WE", what=what)
        show = PARTS if couple_of(keyring) else None
        cast.objects["plan", who] = testing.keep_plan(keyring, plan, note=note, show=show)
        brought = cast.plant(f"{who} brought a file", who)
        cast.objects["brought", who] = testing.bring_file(keyring, what=brought)
    for who, other in COUPLES.items():
        _for_two(cast, who, other)


def _for_two(cast: "Cast", who: str, other: str) -> None:
    one, two = cast.members[who].fresh().keyring, cast.members[other].fresh().keyring
    couple = couple_of(one)
    assert couple
    shown = Shown.objects.within(one, couple.circle).get(person_id=cast.members[who].id)
    cast.objects["shown", who] = shown.id
    daily = testing.body(FIRST, rule="FREQ=DAILY", what=cast.plant(f"what {who} suggests", who, other))
    cast.objects["ritual", who] = testing.suggest(one, daily)
    walk = testing.body(FIRST, rule="FREQ=DAILY", what=cast.plant(f"the walk of {who}", who, other))
    cast.objects["agreed", who] = testing.agree(one, two, walk)
