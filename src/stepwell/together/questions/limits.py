"""How much fits, and what is raised when it does not, or not now."""

LONGEST_QUESTION = 500
LONGEST_ANSWER = 4000
MOST_A_DAY = 24
MOST_ADDED = 30


class EnoughForToday(Exception):
    """As many were kept today as a day holds."""


class EnoughSaid(Exception):
    """As much was added to this answer as one answer holds."""
