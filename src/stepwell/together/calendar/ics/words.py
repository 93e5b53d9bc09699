"""The words of a plan in a calendar file: unescaped, without signs nobody sees, as long as fits here."""

import re
from collections import Counter

from stepwell.together.calendar.content import TextV1
from stepwell.together.calendar.fields import LONGEST, LONGEST_NOTE
from stepwell.together.calendar.ics.parts import Part

ESCAPED = re.compile(r"\\(.)", re.DOTALL)
UNSEEN = re.compile(r"[\x00-\x08\x0b-\x1f\x7f]")


def text_in(event: Part, left: Counter[str]) -> TextV1:
    names = {"what": "SUMMARY", "where": "LOCATION", "whom": "X-WITH", "reach": "CONTACT"}
    return TextV1(**{ours: _said(event, theirs, LONGEST, left) for ours, theirs in names.items()})


def note_in(event: Part, left: Counter[str]) -> str:
    return _said(event, "DESCRIPTION", LONGEST_NOTE, left)


def _said(event: Part, name: str, longest: int, left: Counter[str]) -> str:
    found = event.one(name)
    return plain_words(found.value, longest, left) if found else ""


def plain_words(value: str, longest: int, left: Counter[str]) -> str:
    text = UNSEEN.sub("", ESCAPED.sub(_plain, value)).strip()
    text = text if longest == LONGEST_NOTE else " ".join(text.split())
    left["cut"] += len(text) > longest
    return text[:longest]


def _plain(escaped: re.Match[str]) -> str:
    return "\n" if escaped[1] in "nN" else escaped[1]
