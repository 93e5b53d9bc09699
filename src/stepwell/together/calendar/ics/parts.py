"""The parts of a calendar file, each with its line. icalendar reads the lines; nesting is read here.

Only plans and clocks are kept. Whatever else a file holds is counted, and passed over.
"""

from collections import Counter
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field

from icalendar.parser import Contentline

from stepwell.together.calendar.ics.refusing import BadFile

MOST_EVENTS = 2_000
MOST_LINES = 3_000
DEEPEST = 4
PACKED = (b"PK\x03\x04", b"\x1f\x8b", b"BZh", b"\xfd7zXZ", b"7z\xbc\xaf")
KEPT = {"VEVENT", "VTIMEZONE", "STANDARD", "DAYLIGHT", "VCALENDAR"}
LEFT_OUT = {"VTODO", "VJOURNAL", "VFREEBUSY"}


@dataclass(frozen=True, slots=True)
class Property:
    name: str
    given: Mapping[str, object]
    value: str
    line: int

    def param(self, name: str) -> str:
        found = self.given.get(name, "")
        return str(found[0] if isinstance(found, list) and found else found)


@dataclass(slots=True)
class Part:
    name: str
    line: int
    properties: dict[str, list[Property]] = field(default_factory=dict)
    inside: list["Part"] = field(default_factory=list)
    count: int = 0

    def one(self, name: str) -> Property | None:
        found = self.properties.get(name)
        return found[0] if found else None

    def all(self, name: str) -> list[Property]:
        return self.properties.get(name, [])


@dataclass(frozen=True)
class Parts:
    """name: what the file calls itself. left: how many of each kind were passed over."""

    events: list[Part]
    zones: list[Part]
    name: str
    left: Counter[str]


def text_of(data: bytes, *, most: int) -> str:
    """Raises BadFile."""
    if len(data) > most:
        raise BadFile("large")
    if not data.strip():
        raise BadFile("empty")
    if data.startswith(PACKED):
        raise BadFile("packed")
    data = data.removeprefix(b"\xef\xbb\xbf")
    if b"\0" in data and not data.startswith((b"\xff\xfe", b"\xfe\xff")):
        raise BadFile("zeros", _line_at(data, data.index(b"\0")))
    try:
        return data.decode("utf-8")
    except UnicodeDecodeError as error:
        raise BadFile("letters", _line_at(data, error.start)) from None


def _line_at(data: bytes, place: int) -> int:
    return len(data[:place].replace(b"\r\n", b"\n").replace(b"\r", b"\n").split(b"\n"))


def unfolded(text: str) -> Iterator[tuple[int, str]]:
    """Whole lines with the number of the line they begin on."""
    began, whole = 0, ""
    for number, line in enumerate(text.replace("\r\n", "\n").replace("\r", "\n").split("\n"), start=1):
        if line[:1] in (" ", "\t") and whole:
            whole += line[1:]
            continue
        if whole.strip():
            yield began, whole
        began, whole = number, line
    if whole.strip():
        yield began, whole


def parts(text: str) -> Parts:
    """Raises BadFile."""
    reader = _Reader()
    for number, line in unfolded(text):
        reader.take(number, line)
    return reader.done()


class _Reader:
    def __init__(self) -> None:
        self.open: list[Part] = []
        self.events: list[Part] = []
        self.zones: list[Part] = []
        self.left: Counter[str] = Counter()
        self.name, self.seen = "", False

    def take(self, number: int, line: str) -> None:
        word, _is, value = line.partition(":")
        word, value = word.upper().strip(), value.strip().upper()
        if not self.open and (word, value) != ("BEGIN", "VCALENDAR"):
            raise BadFile("line" if self.seen else "other", number)
        if word == "BEGIN":
            self._begin(Part(value, number))
        elif word == "END":
            self._end(value, number)
        elif self.open[-1].name in KEPT:
            self._property(number, line)

    def _begin(self, part: Part) -> None:
        self.seen = True
        names = [outer.name for outer in self.open]
        if part.name in {"VEVENT", "VCALENDAR"} and ("VEVENT" in names or part.name in names):
            raise BadFile("nested", part.line)
        if len(names) >= DEEPEST:
            raise BadFile("deep", part.line)
        if names == ["VCALENDAR"] and part.name not in KEPT:
            self.left[part.name if part.name in LEFT_OUT else "X"] += 1
        self.open.append(part)

    def _end(self, name: str, number: int) -> None:
        if self.open[-1].name != name:
            raise BadFile("end", number)
        part = self.open.pop()
        if name == "VEVENT":
            self.events.append(part)
            if len(self.events) > MOST_EVENTS:
                raise BadFile("many", part.line)
        elif name == "VTIMEZONE":
            self.zones.append(part)
        elif name in {"STANDARD", "DAYLIGHT"} and self.open:
            self.open[-1].inside.append(part)

    def _property(self, number: int, line: str) -> None:
        part = self.open[-1]
        try:
            name, given, value = Contentline(line).raw_parts()  # type: ignore[no-untyped-call]  # the library's
        except (ValueError, IndexError):
            raise BadFile("line", number) from None
        found = part.properties.setdefault(name.upper(), [])
        found.append(Property(name.upper(), given, value, number))
        part.count += 1
        if part.count > MOST_LINES:
            raise BadFile("much", number)
        if part.name == "VCALENDAR" and name.upper() == "X-WR-CALNAME":
            self.name = value[:200]

    def done(self) -> Parts:
        if self.open:
            raise BadFile("open", self.open[-1].line)
        if not self.seen:
            raise BadFile("empty")
        return Parts(self.events, self.zones, self.name, self.left)
