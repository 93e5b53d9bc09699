"""How much fits, and what is raised when it does not, or not now."""

from django.core.exceptions import ObjectDoesNotExist

LONGEST_LETTER = 8000
LONGEST_PART = 3000
LONGEST_BACK = 3000
LONGEST_MISSED = 1000
LONGEST_ANSWER = 6000
LONGEST_LOOKED = 20_000
MOST_A_DAY = 24
MOST_ASIDE = 400


class EnoughForToday(Exception):
    """As many were kept or given today as a day holds."""


class Gone(ObjectDoesNotExist):
    """There is no such letter: taken back, not for this person, or never there."""


class Moved(Exception):
    """This step has been said by now, or it is not this person's to say. Nothing is changed."""
