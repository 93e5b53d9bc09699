"""Why something is not done. Nothing is changed by any of them, and the page keeps what was typed."""


class Moved(Exception):
    """It was begun at another version than the newest one. number: the newest."""

    def __init__(self, number: int) -> None:
        super().__init__(number)
        self.number = number


class Stale(Exception):
    """The page that asks for it was drawn when something else was so. Nothing is changed."""


class NotThere(Exception):
    """There is no such thing to take back, or none any more."""
