"""Words that several pages of this room share."""

from typing import TYPE_CHECKING

from django.utils.translation import gettext_lazy as _

from stepwell.own.journal.content import Sort

if TYPE_CHECKING:
    from django_stubs_ext import StrOrPromise

SORTS: dict[Sort, "StrOrPromise"] = {
    "day": _("A day"),
    "gratitude": _("Something good"),
    "reflection": _("A look at yourself"),
}
HEADINGS: dict[Sort, "StrOrPromise"] = {
    "day": _("What was this day like?"),
    "gratitude": _("What was good?"),
    "reflection": _("What do you see in yourself?"),
}
LEDES: dict[Sort, "StrOrPromise"] = {
    "day": _("Write what you like and leave the rest. Only you can read it."),
    "gratitude": _("However small. A day without one is a day like any other. Only you can read it."),
    "reflection": _("Nobody marks it. It may be unfinished. Only you can read it."),
}
# For each sort: the question above the text, and what may be left out of it.
TEXTS: dict[Sort, tuple["StrOrPromise", "StrOrPromise"]] = {
    "day": (
        _("What happened, as you would tell it"),
        _("As much or as little as you like. Nothing has to be explained, and scenes may be left out."),
    ),
    "gratitude": (_("What it was"), _("One line is enough.")),
    "reflection": (
        _("What you see, or what you wonder"),
        _("As it comes. It need not be fair, and it need not be final."),
    ),
}
# For each kind of word: the question, its hint, the fold with more, the line for a new one.
CHIP_WORDS: dict[str, tuple["StrOrPromise", ...]] = {
    "feelings": (
        _("What is there?"),
        _("As many as fit. Two can be true at once."),
        _("More feelings"),
        _("A feeling in your own word"),
    ),
    "body": (
        _("Where do you notice it?"),
        "",
        _("More places in the body"),
        _("A place in your own words"),
    ),
    "touched": (
        _("What did it touch?"),
        _("What it was about for you, under the surface."),
        _("More of what it can touch"),
        _("Something else it touched, in a few words"),
    ),
    "triggers": (
        _("Was there something that set it off?"),
        _("A word is enough. You need not go back into it."),
        _("More of what can set it off"),
        _("Something else, in a few words"),
    ),
    "helped": (
        _("What helped?"),
        "",
        _("More of what can help"),
        _("Something else that helped, in a few words"),
    ),
    "hindered": (
        _("What got in the way?"),
        "",
        _("More of what can get in the way"),
        _("Something else that got in the way"),
    ),
}
PART_LABELS: dict[str, "StrOrPromise"] = {
    "happened": _("In your own words"),
    "feelings": _("What was there"),
    "body": _("In the body"),
    "touched": _("What it touched"),
    "triggers": _("What set it off"),
    "helped": _("What helped"),
    "hindered": _("What got in the way"),
}
# The same, over what somebody else wrote.
THEIR_LABELS: dict[str, "StrOrPromise"] = PART_LABELS | {"happened": _("In their own words")}
# Why something is not shown.
WAITS: dict[str, "StrOrPromise"] = {
    "rests": _("The space for two rests now. You may show it when it is open again."),
    "over": _("There is no space for two now, and so nobody to show it to."),
    "words": _("The words you both compare have to be compared again first."),
}
