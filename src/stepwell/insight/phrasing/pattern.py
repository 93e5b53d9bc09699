"""The small language of the rules: a line of items, matched against words.

word        that word                     a|b|the_other   one of them; an underscore joins a phrase
{name}      a word class                  item?           may be absent
..  ..5     up to 3 (5) words, no stop    !item           the next is not that
<item       the word before is that       <!item          the word before is not that
^           a clause begins here          ^^              a sentence begins here
$           a clause ends here            $$  $?          a sentence ends here, or with a question mark
"""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Generic, TypeVar

from stepwell.insight.phrasing.language import Phrase
from stepwell.insight.phrasing.reading import HARD, STOPS

Classes = Mapping[str, frozenset[Phrase]]
GAP = 3
# A gap as wide as this may step over a comma.
WIDE = 5
NOWHERE = -1
T = TypeVar("T")


class Misspelt(Exception):
    """A pattern that cannot be read, with the reason."""


@dataclass(frozen=True, slots=True)
class Item:
    """One step of a pattern. `op` is what it does; `phrases` by their first word; `most` words for a gap."""

    op: str
    phrases: dict[str, tuple[Phrase, ...]]
    optional: bool = False
    most: int = 0

    def ends(self, words: Sequence[str], at: int, stop: int) -> Iterator[int]:
        for phrase in self.phrases.get(words[at], ()) if at < stop else ():
            if len(phrase) == 1:
                yield at + 1
            elif at + len(phrase) <= stop and tuple(words[at : at + len(phrase)]) == phrase:
                yield at + len(phrase)


@dataclass(frozen=True, slots=True)
class Pattern:
    """`needs` are sets of words of which a sentence holds at least one each, or it cannot match."""

    line: str
    items: tuple[Item, ...]
    needs: tuple[frozenset[str], ...]

    def find(self, words: Sequence[str], begin: int, stop: int) -> Iterator[tuple[int, int]]:
        """Where it matches between `begin` and `stop`, at most once from each word on."""
        first = next(item for item in self.items if item.op == "word")
        lead = self.items.index(first)
        for at in range(begin, stop):
            if first.optional or words[at] in first.phrases:
                run = _Run(self.items, words, begin, stop)
                if all(run.stands(item, at) for item in self.items[:lead]):
                    end = run.match(lead, at)
                    if end > at:
                        yield at, end


class Index(Generic[T]):
    """Patterns by the rarest word they need, each with what it is a pattern of."""

    def __init__(self, pairs: Iterable[tuple[T, Pattern]]) -> None:
        self._by_word: dict[str, list[tuple[int, T, Pattern]]] = {}
        for number, (owner, pattern) in enumerate(pairs):
            for word in pattern.needs[0]:
                self._by_word.setdefault(word, []).append((number, owner, pattern))

    def near(self, present: set[str]) -> Iterator[tuple[T, Pattern]]:
        """Those that may match a sentence of these words, in the order they were given."""
        near = {one[0]: one for word in present for one in self._by_word.get(word, ())}
        for number in sorted(near):
            _number, owner, pattern = near[number]
            if not any(need.isdisjoint(present) for need in pattern.needs):
                yield owner, pattern


class _Run:
    """One try from one word on. What failed once is not tried again: the time is bounded."""

    def __init__(self, items: tuple[Item, ...], words: Sequence[str], begin: int, stop: int) -> None:
        self.items, self.words, self.begin, self.stop = items, words, begin, stop
        self.failed: set[tuple[int, int]] = set()

    def match(self, index: int, at: int) -> int:
        if index == len(self.items):
            return at
        if (index, at) in self.failed:
            return NOWHERE
        end = self._step(self.items[index], index, at)
        if end == NOWHERE:
            self.failed.add((index, at))
        return end

    def _step(self, item: Item, index: int, at: int) -> int:
        if item.op == "word":
            for after in item.ends(self.words, at, self.stop):
                end = self.match(index + 1, after)
                if end != NOWHERE:
                    return end
            return self.match(index + 1, at) if item.optional else NOWHERE
        if item.op == "gap":
            for after in range(at, min(at + item.most, self.stop) + 1):
                if after > at and self.words[after - 1] in STOPS and not self._may_pass(item, after - 1):
                    return NOWHERE
                end = self.match(index + 1, after)
                if end != NOWHERE:
                    return end
            return NOWHERE
        return self.match(index + 1, at) if self.stands(item, at) else NOWHERE

    def _may_pass(self, item: Item, at: int) -> bool:
        return item.most >= WIDE and self.words[at] == ","

    def stands(self, item: Item, at: int) -> bool:
        """Whether a place is what a step of no width asks for."""
        words = self.words
        before = words[at - 1] if at > self.begin else "."
        here = words[at] if at < self.stop else "."
        match item.op:
            case "not":
                return next(item.ends(words, at, self.stop), None) is None
            case "after":
                return before in item.phrases
            case "not after":
                return before not in item.phrases
            case "^":
                return before in STOPS or before in item.phrases
            case "^^":
                return before in HARD
            case "$":
                return here in STOPS or here in item.phrases
            case "$?":
                return words[self.stop - 1] == "?"
            case _:
                return here in HARD


def compiled(line: str, classes: Classes) -> Pattern:
    items = tuple(_item(word, classes) for word in line.split())
    if not any(item.op == "word" and not item.optional for item in items):
        raise Misspelt(f"nothing to hold on to: {line}")
    needs = tuple(frozenset(item.phrases) for item in items if item.op == "word" and not item.optional)
    return Pattern(line, items, tuple(sorted(needs, key=len)))


def _item(word: str, classes: Classes) -> Item:
    if word in {"^", "$"}:
        return Item(word, _phrases("{openers}" if word == "^" else "{joins}", classes))
    if word in {"^^", "$$", "$?"}:
        return Item(word, {})
    if word.startswith(".."):
        return Item("gap", {}, most=int(word[2:] or GAP))
    for mark, op in (("<!", "not after"), ("<", "after"), ("!", "not")):
        if word.startswith(mark) and len(word) > len(mark):
            return Item(op, _phrases(word[len(mark) :], classes))
    optional = word.endswith("?") and len(word) > 1
    return Item("word", _phrases(word[:-1] if optional else word, classes), optional)


def _phrases(word: str, classes: Classes) -> dict[str, tuple[Phrase, ...]]:
    found: set[Phrase] = set()
    for one in word.split("|"):
        found |= _joined(one, classes)
    by_first: dict[str, tuple[Phrase, ...]] = {}
    for phrase in sorted(found, key=lambda phrase: (-len(phrase), phrase)):
        by_first[phrase[0]] = (*by_first.get(phrase[0], ()), phrase)
    return by_first


def _joined(one: str, classes: Classes) -> set[Phrase]:
    """ "a_{number}_years": every phrase that the parts make together."""
    found: set[Phrase] = {()}
    for part in one.split("_"):
        if part.startswith("{") and part[1:-1] not in classes:
            raise Misspelt(f"no class {part}")
        ends = classes[part[1:-1]] if part.startswith("{") else {(part,)}
        found = {before + after for before in found for after in ends}
    return found
