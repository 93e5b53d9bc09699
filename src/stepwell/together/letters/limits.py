"""How much fits, and what is raised when it does not, or not now."""

from typing import Literal

from django.core.exceptions import ObjectDoesNotExist

LONGEST_LETTER = 8000
LONGEST_PART = 3000
LONGEST_BACK = 3000
LONGEST_MISSED = 1000
LONGEST_ANSWER = 6000
LONGEST_LOOKED = 20_000
MOST_A_DAY = 24
MOST_ASIDE = 400

Why = Literal["over", "rests", "words", "much"]


class EnoughForToday(Exception):
    """As many were kept or given today as a day holds."""


class Gone(ObjectDoesNotExist):
    """There is no such letter: taken back, not for this person, or never there."""


class Moved(Exception):
    """This step has been said by now, or it is not this person's to say. Nothing is changed."""


class NotNow(Exception):
    """Nothing goes to the other. why: there is nobody to give it to, the space rests, the eight words have to
    be compared again first, or it is too much for this person now, by their own word."""

    def __init__(self, why: Why) -> None:
        super().__init__(why)
        self.why = why
