"""The door of understanding: rooms that know something of a person's days hand it in here, and so do rooms
that hold an answer to what was found."""

from stepwell.own.understanding.finding import drop
from stepwell.own.understanding.responses import Full, Practice, Response, add_practices, add_response
from stepwell.own.understanding.sources import Source, Told, add_source, stamp_of

__all__ = [
    "Full",
    "Practice",
    "Response",
    "Source",
    "Told",
    "add_practices",
    "add_response",
    "add_source",
    "drop",
    "stamp_of",
]
