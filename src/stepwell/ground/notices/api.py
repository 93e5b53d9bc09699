"""The door of notices. A room that has times says so here; it hands over when, never what."""

from stepwell.ground.notices.rules import Rule, rearm, register_source
from stepwell.ground.notices.sending import tick
from stepwell.ground.notices.times import next_of_all

__all__ = ["Rule", "next_of_all", "rearm", "register_source", "tick"]
