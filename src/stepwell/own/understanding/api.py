"""The door of understanding: rooms that know something of a person's days hand it in here, and so do rooms
that hold an answer to what was found. A finding is said and drawn the same way wherever it stands."""

from stepwell.own.understanding.drawing import Drawing, Heap, of_two
from stepwell.own.understanding.finding import drop
from stepwell.own.understanding.responses import Full, Practice, Response, add_practices, add_response
from stepwell.own.understanding.sentences import Sentence, bold, reach
from stepwell.own.understanding.sources import Source, Told, add_source

__all__ = [
    "Drawing",
    "Full",
    "Heap",
    "Practice",
    "Response",
    "Sentence",
    "Source",
    "Told",
    "add_practices",
    "add_response",
    "add_source",
    "bold",
    "drop",
    "of_two",
    "reach",
]
