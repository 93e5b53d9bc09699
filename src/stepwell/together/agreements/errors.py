"""Why something is not done. Nothing is changed by any of them, and the page keeps what was typed."""

from typing import Literal

Why = Literal["over", "rests", "words", "ended", "today", "many", "review", "until", "same", "record"]


class NotNow(Exception):
    """over: there is no space for two. rests: it rests. words: the eight words have to be compared first.
    ended: the agreement has ended. today, many: as much as fits. review, until: that day has passed.
    same: nothing was changed in it. record: the record is not as this person saw it."""

    def __init__(self, why: Why) -> None:
        super().__init__(why)
        self.why: Why = why


class Moved(Exception):
    """It was begun at another version than the newest one. number: the newest."""

    def __init__(self, number: int) -> None:
        super().__init__(number)
        self.number = number


class Stale(Exception):
    """The page that asks for it was drawn when something else was so. Nothing is changed."""


class NotThere(Exception):
    """There is no such thing to take back, or none any more."""
