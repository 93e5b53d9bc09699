"""How much fits, and what is raised when it does not, or not now."""

from typing import Literal

LONGEST_WHAT = 300
LONGEST_REASON = 2000
LONGEST_NOTE = 2000
MOST_A_DAY = 24
MOST_WORDS_A_DAY = 60
MOST_CORRECTED = 20
MOST_NOTES = 200

Why = Literal["over", "rests", "words"]


class EnoughForToday(Exception):
    """As much was kept today as a day holds."""

    def __init__(self, most: int) -> None:
        super().__init__()
        self.most = most


class NotNow(Exception):
    """Nothing goes to the other. why: there is nobody there, the space rests, or the eight words have to be
    compared again first."""

    def __init__(self, why: Why) -> None:
        super().__init__(why)
        self.why = why
