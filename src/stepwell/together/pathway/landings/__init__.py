"""The five landings: what each is for, what helps, what tends to go wrong, how one knows that it holds."""

from stepwell.together.pathway.landings.being_heard import BEING_HEARD
from stepwell.together.pathway.landings.drawing_near import DRAWING_NEAR
from stepwell.together.pathway.landings.landing import Landing
from stepwell.together.pathway.landings.new_water import NEW_WATER
from stepwell.together.pathway.landings.open_doors import OPEN_DOORS
from stepwell.together.pathway.landings.solid_ground import SOLID_GROUND

LANDINGS = (SOLID_GROUND, OPEN_DOORS, BEING_HEARD, DRAWING_NEAR, NEW_WATER)

__all__ = ["LANDINGS", "Landing", "landing"]


def landing(number: int) -> Landing:
    """1 to 5."""
    return LANDINGS[number - 1]
