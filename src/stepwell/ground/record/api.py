"""The door of the record: what two agreed, as a chain that only grows."""

from stepwell.ground.record.kinds import add_kind, line_of
from stepwell.ground.record.looking import events, look
from stepwell.ground.record.shapes import Broken, Event, Head, NotSigned
from stepwell.ground.record.writing import append, erase

__all__ = ["Broken", "Event", "Head", "NotSigned", "add_kind", "append", "erase", "events", "line_of", "look"]
