"""The door of consent: the clock asks it to let go what is over. Nothing else of this room is anybody's."""

from stepwell.together.consent.sweeping import sweep

__all__ = ["sweep"]
