"""How much may stand here, and for how long."""

from datetime import timedelta

MOST_OWN = 60
LONGEST = 240
LIGHTEST, DEEPEST = 1, 5
# A wish to be heard stands for as long as answers to safety do before closeness.
STANDS = timedelta(days=7)
# For so long each may say, alone, how it was.
AFTERWARDS = timedelta(days=14)


class Later(Exception):
    """It is too much for this person right now."""


class Deeper(Exception):
    """It lies deeper than this person goes now."""


class Enough(Exception):
    """There is no room for more prompts of one's own."""


class Gone(Exception):
    """There is no such thing here for this person."""
