"""A look at the words of a draft, as a page draws it: the text in pieces, and a note for each that is marked.

It is drawn for the one who writes and for nobody else, it holds nobody up, and nothing of it is kept.
"""

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from stepwell.insight.phrasing.api import Finding, look
from stepwell.together.letters.limits import LONGEST_LOOKED

APART = "|"
# What a finding offers is often advice with a wording in it. Only the wording can stand in a letter, and a
# word or two are none.
OFFERED = re.compile(r"“([^”]+ [^”]+ [^”]+)”")
# Where a sentence ends: not within "3.30", nor at dots after which the same thought goes on.
SENTENCE_END = re.compile(
    r"(?:(?<!\.)\.(?!\.)|[!?])[.!?]*(?P<closing>[\"”’')\]]*)(?!\w)"
    r"|(?:\.{2,}|…)(?=\s+[A-Z])|\n|\Z"
)
OPENING = frozenset("\"“‘'([")
# In characters. In place of a longer sentence a wording would take away what it does not hold.
LONGEST_SENTENCE = 300
# What a wording leaves open, as it stands in the wordings of the house.
UNFILLED = re.compile(r"(?:^|\s)…")


@dataclass(frozen=True)
class Piece:
    """Some of the text. note: the number of its note; 0 where nothing is marked."""

    words: str
    note: int = 0


@dataclass(frozen=True)
class Note:
    """take: what a button sends so that the wording in `instead` stands in place of the sentence around the
    words; empty where there is none to take."""

    number: int
    words: str
    why: str
    instead: str
    take: str


@dataclass(frozen=True)
class Marked:
    label: object
    pieces: tuple[Piece, ...]
    notes: tuple[Note, ...]


@dataclass(frozen=True)
class Looked:
    """safety: some words speak of harm or fear. Then nothing is marked and no wording is offered.

    unfilled: a wording was taken, and a place in it still waits for the writer's own words.
    """

    safety: bool
    texts: tuple[Marked, ...]
    unfilled: bool = False


def look_at(typed: Mapping[str, tuple[object, str]]) -> Looked:
    """typed: name of a field to its label and its text."""
    looks = {name: look(_looked_at(text)) for name, (_label, text) in typed.items()}
    if any(one.safety for one in looks.values()):
        return Looked(safety=True, texts=())
    texts, number = [], 0
    for name, (label, text) in typed.items():
        findings = looks[name].findings
        if findings:
            texts.append(_marked(name, label, _looked_at(text), list(_apart(findings)), number + 1))
            number += len(texts[-1].notes)
    unfilled = any(UNFILLED.search(text) for _label, text in typed.values())
    return Looked(safety=False, texts=tuple(texts), unfilled=unfilled)


def _wording(finding: Finding, text: str) -> str:
    """Empty where there is none that may stand for the whole sentence: it is there to be read, then."""
    found = OFFERED.search(finding.instead)
    start, end = _sentence(text, finding)
    return found[1].rstrip() if found and found[1][0].isupper() and end - start <= LONGEST_SENTENCE else ""


def _sentence(text: str, finding: Finding) -> tuple[int, int]:
    """The sentence that holds the marked words, with its own end. Signs before its first word are not of it,
    nor those behind its last one where it has no end."""
    start, end = 0, len(text)
    for one in SENTENCE_END.finditer(text):
        if one.end() <= finding.start:
            start = one.end()
        elif one.start() >= finding.end:
            end = one.end()
            break
    while start < finding.start and not text[start].isalnum():
        start += 1
    if not _end_of(text[:end]):
        while end > finding.end and not text[end - 1].isalnum():
            end -= 1
    return start, end


def _end_of(sentence: str) -> re.Match[str] | None:
    found = (one for one in SENTENCE_END.finditer(sentence) if one.end() == len(sentence))
    last = next(found, None)
    return last if last and last.group().strip() else None


def _looked_at(text: str) -> str:
    """More than this is drawn as it is and not looked at: so the answer comes in bounded time."""
    return plain(text)[:LONGEST_LOOKED]


def plain(text: str) -> str:
    """As the reader of drafts and the page count it. A browser sends each end of a line as two characters."""
    return text.replace("\r\n", "\n")


def _apart(findings: tuple[Finding, ...]) -> Iterator[Finding]:
    """Those that do not lie over an earlier one."""
    reached = 0
    for one in findings:
        if one.start >= reached:
            reached = one.end
            yield one


def _marked(name: str, label: object, text: str, findings: list[Finding], first: int) -> Marked:
    pieces, notes, at = [], [], 0
    for number, one in enumerate(findings, first):
        words = text[one.start : one.end]
        pieces += [Piece(text[at : one.start]), Piece(words, number)]
        take = APART.join((name, str(one.start), words)) if _wording(one, text) else ""
        notes.append(Note(number, words, one.why, one.instead, take))
        at = one.end
    pieces.append(Piece(text[at:]))
    return Marked(label, tuple(piece for piece in pieces if piece.words), tuple(notes))


def taken(typed: Mapping[str, str], take: str) -> tuple[str, str] | None:
    """(name of the field, its new text) after what a "take" button sent.

    None where those words are not marked any more: the text may have been changed since the page was drawn.
    """
    name, _, rest = take.partition(APART)
    at, _, words = rest.partition(APART)
    if name not in typed:
        return None
    text, start = plain(typed[name]), int(at) if at.isdecimal() and len(at) < 7 else 0
    marked = (one for one in look(_looked_at(text)).findings if _wording(one, text))
    there = [one for one in marked if text[one.start : one.end] == plain(words)]
    if not there:
        return None
    one = min(there, key=lambda each: abs(each.start - start))
    begin, end = _sentence(text, one)
    return name, text[:begin] + _ended(_wording(one, text), text[:begin], text[begin:end]) + text[end:]


def _ended(wording: str, before: str, sentence: str) -> str:
    """With one end: its own, or a full stop where the sentence had one. What was opened before is closed."""
    end = _end_of(sentence)
    if end is None:
        return wording
    closing = end["closing"] if before[-1:] in OPENING else ""
    return wording + ("" if wording.endswith((".", "?")) else ".") + (closing or "")
