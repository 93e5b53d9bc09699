"""How much fits into a turn, and what is raised when something cannot be now."""

import re
from dataclasses import dataclass
from textwrap import shorten
from uuid import UUID

MOST_WORDS = 60
MOST_WORDS_BACK = 100
# For writing without spaces between words, and for one endless word.
LETTERS_A_WORD = 10
LONGEST_TOPIC = 120
LONGEST = 8_000
LONGEST_TAKEN = 600
MOST_TURNS = 400
# Of everything that is left unsaid, in letters.
MOST_UNSAID = 200_000
# Signs that are not seen and turn the direction of what stands around them; a line has one of its own.
TURNING = str.maketrans("", "", "\u202a\u202b\u202c\u202d\u202e\u2066\u2067\u2068\u2069")
SENTENCE = re.compile(r"[.?!…。！？]['\"”’)]*\s")
SPACE = re.compile(r"\s+")


class Gone(Exception):
    """There is no such talk for this person: ended, let go, of others, or never there."""


class Moved(Exception):
    """The talk is not, or no more, where this act was made; nothing was changed."""


class Twice(Exception):
    """This very act was taken already."""


class Past(Exception):
    """The time that was named does not lie ahead any more."""


class OwnPage(Exception):
    """This person's own yes does not count now; nobody else learns of it."""


class Later(Exception):
    """This person said that it is too much right now; nobody else learns of it."""


class Full(Exception):
    """This talk holds as many turns as one talk holds, or one person as much as is kept unsaid."""


@dataclass(frozen=True)
class Cut:
    """What fits into one turn, and what is left for the next. Nothing of the text is lost but the spaces
    at the cut."""

    first: str
    rest: str


def draft_of(talk: UUID, what: str) -> str:
    """The name under which a form of a talk keeps its half-written words."""
    return f"talk-{talk}-{what}"


def straight(line: str) -> str:
    """Read from the side on which its letters begin, on both pages."""
    return line.translate(TURNING)


def topic_of(text: str) -> str:
    """Words from elsewhere as the one line of a topic; what is left out stays where it came from."""
    return shorten(text, LONGEST_TOPIC, placeholder=" …")


def too_long(text: str, most: int = MOST_WORDS) -> bool:
    return len(text.split()) > most or len(text) > most * LETTERS_A_WORD


def words_in(text: str) -> int:
    """As a reader counts; where there are no spaces, as many as the letters would make."""
    return max(
        len(text.split()), len(text) // LETTERS_A_WORD if len(text) > MOST_WORDS * LETTERS_A_WORD else 0
    )


def cut(text: str, most: int = MOST_WORDS) -> Cut:
    """At the last end of a sentence that fits, else between words, else where the room ends."""
    text = text.strip()
    if not too_long(text, most):
        return Cut(text, "")
    end = _room(text, most)
    stops = [match.end() for match in SENTENCE.finditer(text, 0, end + 1)]
    spaces = [match.start() for match in SPACE.finditer(text, 0, end + 1)]
    at = next((stop for stop in reversed(stops) if stop <= end), 0) or (spaces[-1] if spaces else 0) or end
    return Cut(text[:at].rstrip(), text[at:].lstrip())


def _room(text: str, most: int) -> int:
    """How many letters of the text hold at most that many words."""
    for seen, word in enumerate(re.finditer(r"\S+", text), start=1):
        if seen > most:
            return min(word.start(), most * LETTERS_A_WORD)
    return min(len(text), most * LETTERS_A_WORD)
