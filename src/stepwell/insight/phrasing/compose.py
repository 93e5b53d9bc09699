""" "I feel … when … because …": which part is a thought or a judgement in the clothes of a feeling.

Kind remarks for the writer alone; none of them forbids a word.
"""

import re
import tomllib
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from typing import Any, Literal

from stepwell.insight.phrasing.language import HERE
from stepwell.insight.phrasing.looking import look
from stepwell.insight.phrasing.reading import STOPS, Reading, read
from stepwell.insight.phrasing.rules import book

Part = Literal["feel", "when", "because"]
SHOWN = 5
# A word about oneself ("stupid") is no word about the other: what is felt is read as part of its sentence.
LEAD = "I feel "


@dataclass(frozen=True, slots=True)
class Parts:
    """Each part may be empty."""

    feel: str
    when: str
    because: str


@dataclass(frozen=True, slots=True)
class Remark:
    """About the characters `start` to `end` of one part. `about` names why: thought, told, often, motive…"""

    part: Part
    start: int
    end: int
    about: str
    text: str


@cache
def _words(code: str) -> dict[str, Any]:
    return tomllib.loads((HERE / code / "compose.toml").read_text("utf-8"))


def families(code: str = "en") -> dict[str, tuple[str, ...]]:
    """Emotions by family, the first of each the plainest."""
    given = _words(code)["families"]
    return {name: tuple(word.replace("_", " ") for word in words.split()) for name, words in given.items()}


def parts(sentence: str, code: str = "en") -> Parts:
    """The three parts of a sentence that was written whole. What cannot be told apart is `feel`."""
    words = _words(code)
    found = re.match(
        rf"\s*(?:i\s+)?(?:{words['feel']})?\s*(?P<feel>.*?)"
        rf"(?:[\s,]+(?:{words['when']})\s+(?P<when>.*?))?(?:[\s,]+(?:{words['because']})\s+(?P<because>.*?))?[\s.]*$",
        sentence[:2000],
        re.IGNORECASE | re.DOTALL,
    )
    if found is None:
        return Parts(sentence.strip(), "", "")
    return Parts(*(found[name] or "" for name in ("feel", "when", "because")))


def check(feel: str, when: str, because: str, code: str = "en") -> tuple[Remark, ...]:
    """What may be said about each part, in the order of the parts. Empty where all is well."""
    return (*_feel(feel, code), *_when(when, code), *_because(because, code))


def _feel(text: str, code: str) -> Iterator[Remark]:
    reading = read(text, book(code).language)
    if not reading.words:
        return
    first = _first(reading, _phrases(code, "thought"))
    if first and first[0] == 0:
        yield _remark("feel", reading, (0, min(len(reading.words), SHOWN)), "thought", code)
        return
    attacks = list(_attacks("feel", text, code, "judgement", LEAD))
    yield from attacks
    told = False
    for listed, under in _words(code)["told-as-feelings"].items():
        found = _first(reading, _split(listed))
        if found:
            told = True
            yield _remark("feel", reading, found, "told", code, under=under)
    if told and "by" in reading.words:
        at = reading.words.index("by")
        yield _remark("feel", reading, (at, _clause(reading, at)), "by_you", code)
    known = [phrase for listed in _words(code)["families"].values() for phrase in _split(listed)]
    if not told and not attacks and not _first(reading, known):
        yield _remark("feel", reading, (0, len(reading.words)), "unknown", code)


def _when(text: str, code: str) -> Iterator[Remark]:
    reading = read(text, book(code).language)
    for about, name in (("often", "often"), ("inside", "seen_inside")):
        found = _first(reading, _phrases(code, name))
        if found:
            yield _remark("when", reading, found, about, code)
    if not _first(reading, _phrases(code, "often")):
        yield from _attacks("when", text, code, "character")


def _because(text: str, code: str) -> Iterator[Remark]:
    judged = list(_attacks("because", text, code, "judged"))
    yield from judged
    reading = read(text, book(code).language)
    found = _first(reading, _phrases(code, "motive"))
    if found and not any(one.start <= reading.starts[found[0]] < one.end for one in judged):
        yield _remark("because", reading, (found[0], _clause(reading, found[0])), "motive", code)


def _attacks(part: Part, text: str, code: str, about: str, lead: str = "") -> Iterator[Remark]:
    """`lead` is read before the text, and never quoted: the writer did not write it."""
    for one in look(lead + text, code, weighing=False).findings:
        if one.kind in {"criticism", "contempt"}:
            start, end = max(0, one.start - len(lead)), one.end - len(lead)
            said = _words(code)["say"][about].format(words=text[start:end])
            yield Remark(part, start, end, about, said)


def _remark(
    part: Part, reading: Reading, found: tuple[int, int], about: str, code: str, under: str = ""
) -> Remark:
    start, end = reading.starts[found[0]], reading.ends[found[1] - 1]
    plain = ", ".join(list(families(code))[:SHOWN])
    text = _words(code)["say"][about].format(words=reading.text[start:end], families=plain, under=under)
    return Remark(part, start, end, about, text)


def _clause(reading: Reading, at: int) -> int:
    end = at + 1
    while end < len(reading.words) and reading.words[end] not in STOPS:
        end += 1
    return end


def _phrases(code: str, name: str) -> list[tuple[str, ...]]:
    return _split(_words(code)["words"][name])


def _split(listed: str) -> list[tuple[str, ...]]:
    return [tuple(entry.split("_")) for entry in listed.split()]


def _first(reading: Reading, phrases: list[tuple[str, ...]]) -> tuple[int, int] | None:
    """Where the first of the phrases stands, as a range of words."""
    for at in range(len(reading.words)):
        for phrase in phrases:
            if tuple(reading.words[at : at + len(phrase)]) == phrase:
                return at, at + len(phrase)
    return None
