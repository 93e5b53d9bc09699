"""How much fits, and what is raised when it does not, or not now."""

from typing import Literal

LONGEST_QUESTION = 500
LONGEST_ANSWER = 4000
MOST_A_DAY = 24
MOST_ADDED = 30

Why = Literal["over", "rests", "words"]


class EnoughForToday(Exception):
    """As many were kept today as a day holds."""


class EnoughSaid(Exception):
    """As much was added to this answer as one answer holds."""


class NotNow(Exception):
    """Nothing goes to the other. why: there is nobody to put it to, the space rests, or the eight words have
    to be compared again first."""

    def __init__(self, why: Why) -> None:
        super().__init__(why)
        self.why = why
