"""How much fits here, how long things stand, and what is raised when something cannot be now."""

from datetime import datetime, timedelta

MOST_LINES, LONGEST_LINE, LONGEST_WORD = 12, 80, 30
LONGEST = MOST_LINES * (LONGEST_LINE + 2)
MINUTES = (5, 10, 20, 30)
HOURS = (2, 4, 8)
# Somebody who pressed "I am here" is taken to be there for so long.
HERE = timedelta(minutes=10)
# The two private questions wait for so long, and then go by themselves.
AFTER = timedelta(hours=24)
TWICE = 2


class Gone(Exception):
    """There is nothing of the kind for this person: ended, taken back, of others, or never there."""


class Later(Exception):
    """This person said that it is too much right now; nobody else learns of it."""


def full_hour(moment: datetime) -> datetime:
    """The next full hour: what stands in clear says no minute."""
    return moment.replace(minute=0, second=0, microsecond=0) + timedelta(hours=1)
