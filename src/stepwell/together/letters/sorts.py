"""The three sorts of letter: a plain one, and two that are led from heading to heading."""

from collections.abc import Iterable
from dataclasses import dataclass
from typing import TYPE_CHECKING

from django.utils.translation import gettext_lazy as _

from stepwell.together.letters.content import PartV1
from stepwell.together.letters.limits import LONGEST_LETTER, LONGEST_PART

if TYPE_CHECKING:
    from django_stubs_ext import StrOrPromise


@dataclass(frozen=True)
class Heading:
    key: str
    label: "StrOrPromise"
    hint: "StrOrPromise" = ""
    rows: int = 4
    longest: int = LONGEST_PART

    @property
    def field(self) -> str:
        return f"part-{self.key}"


@dataclass(frozen=True)
class Guide:
    """advice: stands above the form. reading: slugs of the library."""

    key: str
    label: "StrOrPromise"
    words: "StrOrPromise"
    headings: tuple[Heading, ...]
    advice: "StrOrPromise" = ""
    reading: tuple[str, ...] = ()


LETTER = Guide(
    key="letter",
    label=_("A letter"),
    words=_("In your own words, with no headings"),
    headings=(Heading("words", _("Your letter"), rows=12, longest=LONGEST_LETTER),),
    reading=("listening",),
)
IMPACT = Guide(
    key="impact",
    label=_("What it did to me"),
    words=_("An impact statement: what happened to you, your body, your days"),
    advice=_(
        "Some people write this over weeks. It is often given in a session, with a therapist there. "
        "You may leave any part empty, stop at any line, and keep it for yourself for good."
    ),
    headings=(
        Heading(
            "happened", _("What happened to me"), _("How I came to know, and what went through me then.")
        ),
        Heading(
            "body", _("What it does to my body"), _("Sleep, food, breath, pain, what comes up by itself.")
        ),
        Heading("days", _("What it does to my days"), _("Work, friends, children, places, small things.")),
        Heading(
            "lost", _("What I lost"), _("What I believed, what I looked forward to, what I was to myself.")
        ),
        Heading("need", _("What I need now"), _("What can be done, by whom. It may be very little.")),
    ),
    reading=("what-betrayal-trauma-is", "grief-and-its-weather"),
)
ACCOUNTABILITY = Guide(
    key="accountability",
    label=_("What I did and what I do now"),
    words=_("An accountability statement: owned, with no if and no but"),
    advice=_(
        "This is not the place to tell something not yet told: a therapist can help prepare that. A "
        "statement like this is often read aloud in a session. No answer is owed to it."
    ),
    headings=(
        Heading("heard", _("What I heard you say"), _("Give back what it was like for you, as you told it.")),
        Heading(
            "own",
            _("What I did"),
            _("I did …, I hid …, I said …. With no if, no but, and no because of you."),
        ),
        Heading("effect", _("What it did to you"), _("Name the effect, also the one that goes on today.")),
        Heading("now", _("What I do now"), _("What I do already, and can be seen or asked about.")),
        Heading("ask", _("What do you need from me?"), _("As a question. The answer may be: nothing now.")),
    ),
    reading=("accountability-without-shame", "staying-with-your-partners-pain"),
)
GUIDES: dict[str, Guide] = {guide.key: guide for guide in (LETTER, IMPACT, ACCOUNTABILITY)}


@dataclass(frozen=True)
class Read:
    """A part as a page draws it. label is empty for a letter without headings."""

    label: "StrOrPromise"
    words: str


def as_read(sort: str, parts: Iterable[PartV1]) -> list[Read]:
    guide = GUIDES[sort]
    labels = {heading.key: heading.label for heading in guide.headings} if len(guide.headings) > 1 else {}
    return [Read(labels.get(part.key, ""), part.words) for part in parts]
