"""Looking at a draft: which words may land as a blow, and whether it hints at danger."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from stepwell.insight.phrasing.context import Context
from stepwell.insight.phrasing.reading import STOPS, Reading, read
from stepwell.insight.phrasing.rules import Book, Rule, book
from stepwell.insight.phrasing.weighing import scale

# A finding runs on to the end of its clause when that is near.
REACH = 8
# Nobody reads more; it bounds the answer for a draft that repeats itself.
MOST_FINDINGS = 200
# How strongly the words together have to speak for a kind, to mark it without a rule; and to leave a rule its
# word. What speaks for anything at all counts a little as well.
SURE, DOUBT, ANY = 2.0, -3.5, 0.5
# Fewer known traits than this say nothing.
ENOUGH = 8
# A kind that no rule names is shown on words of its own, when there are so many left.
OWN = 3


# Between matches of the same length: which kind says more.
RANK = {
    kind: rank
    for rank, kind in enumerate(
        ("pressure", "contempt", "minimising", "defensiveness", "criticism", "stonewalling", "safety")
    )
}


@dataclass(frozen=True, slots=True)
class Match:
    """A rule that holds from word `start` up to `end`, in a sentence that ends at `stop`."""

    rule: Rule
    start: int
    end: int
    stop: int


@dataclass(frozen=True, slots=True)
class Finding:
    """`start` and `end` count characters of the draft; `instead` may be empty."""

    kind: str
    start: int
    end: int
    why: str
    instead: str
    rule: str


@dataclass(frozen=True, slots=True)
class Look:
    """`safety`: the draft hints at violence, self-harm or coercion; show the safety page, privately."""

    findings: tuple[Finding, ...]
    safety: bool


def look(draft: str, code: str = "en", *, weighing: bool = True) -> Look:
    """The same answer every time. Nothing is kept. Without `weighing`, what the rules name, and no more."""
    rules = book(code)
    reading = read(draft, rules.language)
    found = list(_found(reading, rules, weighing))
    safety = any(one.rule.kind == "safety" for one in found)
    landing = sorted(
        (one for one in found if one.rule.kind != "safety"),
        key=lambda one: (one.start, one.end, one.rule.kind, one.rule.name),
    )
    return Look(tuple(_joined(_finding(reading, one, safety) for one in landing))[:MOST_FINDINGS], safety)


def matched(draft: str, code: str = "en") -> set[tuple[str, str]]:
    """Kind and name of every rule that holds in the draft, for those who write rules."""
    rules = book(code)
    return {
        (one.rule.kind, one.rule.name) for one in _found(read(draft, rules.language), rules, weighing=False)
    }


def _found(reading: Reading, rules: Book, weighing: bool) -> Iterator[Match]:
    context = Context.of(reading, rules)
    # A draft that repeats itself is read once.
    known: dict[tuple[str, ...], list[Match]] = {}
    for begin, stop in reading.sentences:
        said = tuple(reading.words[begin:stop])
        if context.shaded(begin, stop):
            yield from _in_sentence(reading, rules, context, begin, stop, weighing)
        elif said not in known:
            known[said] = _in_sentence(reading, rules, context, begin, stop, weighing)
            yield from known[said]
        else:
            for one in known[said]:
                by = stop - one.stop
                yield Match(one.rule, one.start + by, one.end + by, stop)


def _in_sentence(
    reading: Reading, rules: Book, context: Context, begin: int, stop: int, weighing: bool
) -> list[Match]:
    """What the rules find, unless the words together speak clearly against it; and what these alone say."""
    found = list(_by_rules(reading, rules, context, begin, stop))
    danger = [one for one in found if one.rule.kind == "safety"]
    landing = _told_apart(one for one in found if one.rule.kind != "safety")
    if weighing:
        weighed = scale().weigh(reading.words[begin:stop], context.marks - {"long"})
        if weighed.known >= ENOUGH:
            strong = {kind: one + ANY * weighed.any for kind, one in weighed.kinds.items()}
            landing = [one for one in landing if strong[one.rule.kind] >= DOUBT]
            if not context.shaded(begin, stop):
                place = _left(landing, begin, stop)
                named = {one.rule.kind for one in landing}
                sure = [kind for kind, one in strong.items() if one >= SURE and kind not in named]
                landing += [Match(rules.weighed[kind], *place, stop) for kind in sure]
    if danger:  # nobody who tells of fear or despair reads how it lands; a threat is one all the same
        landing = [one for one in landing if one.rule.kind == "pressure"]
    return [*danger, *landing]


def _left(landing: Sequence[Match], begin: int, stop: int) -> tuple[int, int]:
    """The longest stretch of a sentence that no rule has marked; all of it, where little is left."""
    places = [begin, *(at for one in landing for at in (one.start, one.end)), stop]
    start, end = max(zip(places[::2], places[1::2], strict=True), key=lambda place: place[1] - place[0])
    return (start, end) if end - start >= OWN else (begin, stop)


def _by_rules(reading: Reading, rules: Book, context: Context, begin: int, stop: int) -> Iterator[Match]:
    present = set(reading.words[begin:stop])
    for rule, pattern in rules.rule_index.near(present):
        if rule.unless & context.marks:
            continue
        for start, end in pattern.find(reading.words, begin, stop):
            if not context.hides(rule, start, end, begin, stop, present):
                yield Match(rule, start, end, stop)


def _told_apart(found: Iterable[Match]) -> list[Match]:
    """Of matches that share words, those of one kind stay: the kind of the longest, which knows most."""
    by_length = sorted(
        found, key=lambda one: (one.start - one.end, RANK[one.rule.kind], one.start, one.rule.name)
    )
    owner: dict[int, str] = {}
    kept = []
    for one in by_length:
        places = range(one.start, one.end)
        if all(owner.get(at, one.rule.kind) == one.rule.kind for at in places):
            owner.update(dict.fromkeys(places, one.rule.kind))
            kept.append(one)
    return sorted(kept, key=lambda one: (one.start, one.end, one.rule.kind, one.rule.name))


def _finding(reading: Reading, match: Match, safety: bool) -> Finding:
    words, start, end = reading.words, match.start, match.end
    reach = end
    while reach < match.stop and reach - end < REACH and words[reach] not in STOPS:
        reach += 1
    if reach < match.stop and words[reach] in STOPS:
        end = reach
    while end > start + 1 and words[end - 1] in STOPS:
        end -= 1
    while start < end - 1 and words[start] in STOPS:
        start += 1
    rule = match.rule
    # Where there may be danger, nobody is helped to word it better.
    instead = "" if safety else rule.instead
    return Finding(rule.kind, reading.starts[start], reading.ends[end - 1], rule.why, instead, rule.name)


def _joined(found: Iterable[Finding]) -> list[Finding]:
    """Findings of one kind that touch are one; the first gives the reason."""
    last: dict[str, int] = {}
    kept: list[Finding] = []
    for one in found:
        at = last.get(one.kind)
        if at is not None and one.start <= kept[at].end:
            before = kept[at]
            kept[at] = Finding(
                one.kind, before.start, max(before.end, one.end), before.why, before.instead, before.rule
            )
        else:
            last[one.kind] = len(kept)
            kept.append(one)
    return kept
