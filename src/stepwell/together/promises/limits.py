"""How much fits, and what is raised when it does not, or not now."""

LONGEST_WHAT = 300
LONGEST_REASON = 2000
LONGEST_NOTE = 2000
MOST_A_DAY = 24
MOST_WORDS_A_DAY = 60
MOST_CORRECTED = 20
MOST_NOTES = 200


class EnoughForToday(Exception):
    """As much was kept today as a day holds."""

    def __init__(self, most: int) -> None:
        super().__init__()
        self.most = most
