"""The door of understanding: rooms that know something of a person's days hand it in here."""

from stepwell.own.understanding.finding import drop
from stepwell.own.understanding.sources import Source, Told, add_source, stamp_of

__all__ = ["Source", "Told", "add_source", "drop", "stamp_of"]
