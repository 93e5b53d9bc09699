"""The door of `privacy`: rooms say here what they hold, and how to export and erase it."""

from stepwell.ground.privacy.registry import Holding, Room, register, rooms

__all__ = ["Holding", "Room", "register", "rooms"]
