"""How much fits here, how long things stand, and what is raised when something cannot be now."""

from datetime import datetime, timedelta

LONGEST_WHAT, LONGEST_LINE, MOST_LINES = 240, 80, 6
LONGEST = MOST_LINES * (LONGEST_LINE + 2)
HOURS = (1, 3, 6, 12, 24)
# One's own leaf goes by itself so long after the last visit: no word that fits here stands longer.
A_DAY = timedelta(hours=HOURS[-1])


class Gone(Exception):
    """There is nothing of the kind for this person: ended, taken back, of others, or never there."""


class Later(Exception):
    """This person said that it is too much right now; nobody else learns of it."""


def full_hour(moment: datetime) -> datetime:
    """The next full hour: what stands in clear says no minute."""
    return moment.replace(minute=0, second=0, microsecond=0) + timedelta(hours=1)


def as_if_asked(now: datetime, until: datetime) -> datetime | None:
    """When an asking that was held ends, so that it looks like one that is made now, and stands no longer
    than its owner said. None where there is no such time any more."""
    fits = [now + timedelta(hours=hours) for hours in HOURS if now + timedelta(hours=hours) <= until]
    return max(fits, default=None)
