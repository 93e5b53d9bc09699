"""A quiet time that two of the cast agreed on, something else asked for, and what one asks for this time."""

from typing import TYPE_CHECKING

from stepwell.together.consent import testing as consent
from stepwell.together.touch import testing as touch

if TYPE_CHECKING:
    from tests.house.matrix.cast import Cast

COUPLES = (("alma", "ben"), ("chidi", "dara"))


def build(cast: "Cast") -> None:
    for one, other in COUPLES:
        hers, his = (cast.members[who].fresh().keyring for who in (one, other))
        agreed = cast.plant(f"what {one} and {other} said is in", one, other)[:80].strip()
        time = touch.begin(hers, his, ins=(agreed,))
        asked = cast.plant(f"a line that {one} asks for", one, other)[:80].strip()
        cast.objects["touch-asked", one] = touch.ask_beside(hers, ins=(asked,))
        for who in (one, other):
            cast.objects["touch-time", who] = time
        consent.ask(hers, what=cast.plant(f"what {one} asks for this time", one, other))
        cast.objects["consent-asked", one] = consent.asked(his)
    for who in ("alma", "ben", "chidi", "dara", "esi", "femi"):
        consent.visit(cast.members[who].fresh().keyring)
