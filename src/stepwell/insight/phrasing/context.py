"""What stands around the words: what is quoted, reported or denied, and what the draft as a whole does."""

from collections.abc import Iterator
from dataclasses import dataclass

from stepwell.insight.phrasing.pattern import Pattern
from stepwell.insight.phrasing.reading import HARD, Reading
from stepwell.insight.phrasing.rules import Book, Rule, Shadow

SHORTEST_QUOTE = 2
LONGEST_QUOTE = 200
# More words than this are not a one-word answer.
LONG = 8


@dataclass(frozen=True, slots=True)
class Context:
    """`marks` name what is true of the draft; `shadows` say, word by word, whose words they are not."""

    words: list[str]
    marks: frozenset[str]
    shadows: dict[int, set[str]]

    @staticmethod
    def of(reading: Reading, rules: Book) -> "Context":
        shadows: dict[int, set[str]] = {}
        for name, begin, end in (*_quotes(reading.words), *_cast(reading, rules)):
            for at in range(begin, end):
                shadows.setdefault(at, set()).add(name)
        marks = {"long"} if len(reading.words) > LONG else set[str]()
        for begin, stop in {tuple(reading.words[one[0] : one[1]]): one for one in reading.sentences}.values():
            for mark, pattern in rules.mark_index.near(set(reading.words[begin:stop])):
                if mark.name not in marks and next(pattern.find(reading.words, begin, stop), None):
                    marks.add(mark.name)
        return Context(reading.words, frozenset(marks), shadows)

    def shaded(self, begin: int, stop: int) -> bool:
        return any(at in self.shadows for at in range(begin, stop))

    def hides(self, rule: Rule, start: int, end: int, begin: int, stop: int, present: set[str]) -> bool:
        over = self.shadows.get(start, set()) & self.shadows.get(end - 1, set())
        if over - rule.through and rule.kind != "safety":
            return True
        return any(matches(pattern, self.words, begin, stop, present) for pattern in rule.unless_here)


def matches(pattern: Pattern, words: list[str], begin: int, stop: int, present: set[str]) -> bool:
    if any(need.isdisjoint(present) for need in pattern.needs):
        return False
    return next(pattern.find(words, begin, stop), None) is not None


def _quotes(words: list[str]) -> Iterator[tuple[str, int, int]]:
    """Words between quotation marks, unless it is one word in scare quotes, or the whole draft."""
    opened: int | None = None
    for at, word in enumerate(words):
        if word != '"':
            continue
        if opened is None:
            opened = at
            continue
        if SHORTEST_QUOTE <= at - opened - 1 <= LONGEST_QUOTE and at - opened + 1 < len(words):
            yield "quoted", opened + 1, at
        opened = None


def _cast(reading: Reading, rules: Book) -> Iterator[tuple[str, int, int]]:
    words = reading.words
    for begin, stop in reading.sentences:
        for shadow, pattern in rules.shadow_index.near(set(words[begin:stop])):
            for _start, end in pattern.find(words, begin, stop):
                # "It is not that you": what is denied begins with the one it is said of.
                first = end - 1 if words[end - 1] in rules.language.addressed else end
                yield shadow.name, first, _until(words, end, stop, shadow)


def _until(words: list[str], at: int, stop: int, shadow: Shadow) -> int:
    while at < stop and words[at] not in HARD:
        for phrase in shadow.until:
            if tuple(words[at : at + len(phrase)]) == phrase:
                return at
        at += 1
    return at
