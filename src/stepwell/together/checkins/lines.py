"""A check-in as lines that a page or a file can show: a heading each, and what was said under it."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import TYPE_CHECKING

from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from stepwell.together.checkins.content import FIELDS_OF, SIGNALS, AnswersV1
from stepwell.together.checkins.page_words import WINDOW_LABELS
from stepwell.together.checkins.vocabulary import KINDS, labels

if TYPE_CHECKING:
    from django_stubs_ext import StrOrPromise

# In the order of a page.
HEADINGS: dict[str, "StrOrPromise"] = {
    "feelings": gettext_lazy("What is there"),
    "body": gettext_lazy("In the body"),
    "window": gettext_lazy("Room to take in"),
    "safety": gettext_lazy("Felt safety"),
    "closeness": gettext_lazy("Closeness"),
    "trust": gettext_lazy("Trust"),
    "calm": gettext_lazy("Calm"),
    "hard": gettext_lazy("What was hard"),
    "helped": gettext_lazy("What helped"),
    "noticed": gettext_lazy("Noticed"),
    "intend": gettext_lazy("Intended"),
}
PART_HEADINGS: dict[str, "StrOrPromise"] = {
    "feelings": HEADINGS["feelings"],
    "body": HEADINGS["body"],
    "window": HEADINGS["window"],
    "ratings": gettext_lazy("Ratings"),
    "factors": gettext_lazy("Hard and helpful"),
    "noticed": HEADINGS["noticed"],
    "intend": HEADINGS["intend"],
}


@dataclass(frozen=True)
class Line:
    """said: one string for each word, rating or text. listed: they are words of a list, not sentences."""

    key: str
    heading: "StrOrPromise"
    said: tuple[str, ...]

    @property
    def listed(self) -> bool:
        return self.key in KINDS

    @property
    def written(self) -> bool:
        return self.key in ("noticed", "intend")


@dataclass(frozen=True)
class Part:
    """What is shown or kept together. shown: the other may read it."""

    heading: "StrOrPromise"
    lines: tuple[Line, ...]
    shown: bool

    @property
    def several(self) -> bool:
        """More than one question stands under this heading, so each needs its own."""
        return self.lines[0].key not in PART_HEADINGS


@dataclass(frozen=True)
class PairLine:
    """The same question and what each of two said; an empty tuple draws the blank."""

    heading: "StrOrPromise"
    listed: bool
    mine: tuple[str, ...]
    theirs: tuple[str, ...]


def said(answers: AnswersV1, key: str) -> tuple[str, ...]:
    value = getattr(answers, key)
    if value is None or value in ("", ()):
        return ()
    if key in KINDS:
        return tuple(labels(key, value))
    if key in SIGNALS:
        return (_("{n} of 10").format(n=value),)
    if key == "window":
        return (str(WINDOW_LABELS[value]),)
    return (str(value),)


def lines(answers: AnswersV1) -> list[Line]:
    """Only the questions that were answered."""
    return [Line(key, heading, found) for key, heading in HEADINGS.items() if (found := said(answers, key))]


def parts_of(answers: AnswersV1, shown: Iterable[str]) -> list[Part]:
    """The same, part by part, with who may read each."""
    answered = {line.key: line for line in lines(answers)}
    parts = {
        part: tuple(answered[key] for key in FIELDS_OF[part] if key in answered) for part in PART_HEADINGS
    }
    return [Part(PART_HEADINGS[part], found, part in shown) for part, found in parts.items() if found]


def pair_lines(mine: Iterable[AnswersV1], theirs: Iterable[AnswersV1]) -> list[PairLine]:
    """The questions that either answered and showed that day, in the order of the page."""
    left, right = _gathered(mine), _gathered(theirs)
    return [
        PairLine(heading, key in KINDS, left[key], right[key])
        for key, heading in HEADINGS.items()
        if left[key] or right[key]
    ]


def _gathered(several: Iterable[AnswersV1]) -> Mapping[str, tuple[str, ...]]:
    shown = list(several)
    found = {key: tuple(one for answers in shown for one in said(answers, key)) for key in HEADINGS}
    # The same word chosen twice on a day stands once; a rating or a text is kept each time.
    return {key: tuple(dict.fromkeys(words)) if key in KINDS else words for key, words in found.items()}
