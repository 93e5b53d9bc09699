"""The door of notices. A room that has times says so here; it hands over when, never what."""

from stepwell.ground.notices.choices import close_feed, feed_is, open_feed
from stepwell.ground.notices.feeds import add_to_feed, on_feed_end
from stepwell.ground.notices.rules import Rule, rearm, register_source
from stepwell.ground.notices.sending import tick
from stepwell.ground.notices.times import next_of_all

__all__ = [
    "Rule",
    "add_to_feed",
    "close_feed",
    "feed_is",
    "next_of_all",
    "on_feed_end",
    "open_feed",
    "rearm",
    "register_source",
    "tick",
]
