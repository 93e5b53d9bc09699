"""Words that several pages of this room share: names of signals, parts and windows."""

from typing import TYPE_CHECKING

from django.utils.translation import gettext_lazy as _

if TYPE_CHECKING:
    from django_stubs_ext import StrOrPromise

SIGNAL_LABELS: dict[str, "StrOrPromise"] = {
    "safety": _("felt safety"),
    "closeness": _("closeness"),
    "trust": _("trust"),
    "calm": _("calm"),
}
WINDOW_LABELS: dict[str, "StrOrPromise"] = {
    "over": _("Too much"),
    "in": _("I can think and feel"),
    "under": _("Far away"),
}
WINDOW_SECOND: dict[str, "StrOrPromise"] = {
    "over": _("Racing, on edge, hard to sit still"),
    "in": _("Not easy, but I am here"),
    "under": _("Flat, foggy, not quite here"),
}
PART_LABELS: dict[str, "StrOrPromise"] = {
    "ratings": _("The four ratings"),
    "window": _("How much I can take in"),
    "feelings": _("What is there"),
    "body": _("Where I notice it"),
    "noticed": _("What I noticed that was good"),
    "intend": _("What I intend"),
    "factors": _("What was hard and what helped"),
}
# Why something is not shown, after writing it as after choosing to show it.
WAITS: dict[str, "StrOrPromise"] = {
    "rests": _("The space for two rests now. You may show it when it is open again."),
    "over": _("There is no space for two now, and so nobody to show it to."),
    "words": _("The words you both compare have to be compared again first."),
}
# For each kind of word: the question, its hint, the fold with more, the line for a new one.
WORD_LABELS: dict[str, tuple["StrOrPromise", ...]] = {
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
    "hard": (
        _("What was hard?"),
        _("A word is enough. Nothing has to be explained."),
        _("More of what can be hard"),
        _("Something else that was hard, in a few words"),
    ),
    "helped": (
        _("What helped?"),
        "",
        _("More of what can help"),
        _("Something else that helped, in a few words"),
    ),
}
