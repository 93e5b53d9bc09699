"""How much stands on a list."""

from datetime import timedelta

# With the ideas that the program offers a list has 200 lines at most: as many as a round has slots.
MOST_OWN = 160
LONGEST = 100
# A word for a round stands for as long as answers to safety do before closeness.
STANDS = timedelta(days=7)
APART = timedelta(days=30)


class TooMany(Exception):
    """There is not so much room on the list. room: how many more lines fit."""

    def __init__(self, room: int) -> None:
        super().__init__()
        self.room = room


class ChangedElsewhere(Exception):
    """The list was changed in another place since the page was opened. Nothing was written."""
