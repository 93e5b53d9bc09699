"""Words that several pages of this room share."""

from typing import TYPE_CHECKING

from django.utils.translation import gettext_lazy as _

if TYPE_CHECKING:
    from django_stubs_ext import StrOrPromise

TITLES: dict[str, "StrOrPromise"] = {
    "safe": _("What safe means now"),
    "like": _("What I like"),
    "not-now": _("What I do not want at present"),
    "body": _("What my body tells"),
}
LEDES: dict[str, "StrOrPromise"] = {
    "safe": _("Safe may mean something else today than a year ago, and something else again in spring."),
    "like": _("Small things are enough: light, a voice, a blanket, being left in peace."),
    "not-now": _("Nothing here needs a reason, and nothing here is for ever. You may change it by the hour."),
    "body": _("A body often answers before there are words: in the chest, the belly, the hands, the breath."),
}
# By leaf and part: the question, what may help to answer it, and how it is headed for the other.
PARTS: dict[str, tuple["StrOrPromise", "StrOrPromise", "StrOrPromise"]] = {
    "safe.now": (
        _("What safe means for me now"),
        _("A place, a distance, a time of day, a way of being spoken to."),
        _("What safe means now"),
    ),
    "safe.helps": (_("What helps it along"), "", _("What helps to feel safe")),
    "safe.goes": (
        _("How I notice that it goes"),
        _("The first small sign is enough."),
        _("How it shows that safety goes"),
    ),
    "like.much": (
        _("What I like"),
        _("Whatever is good to you: a warm cup, a song, somebody reading aloud."),
        _("What they like"),
    ),
    "like.alone": (_("What I like by myself"), "", _("What they like by themselves")),
    "like.find": (
        _("What I would like to find out, in my own time"),
        _("It may stay a question for as long as it likes."),
        _("What they would like to find out, in their own time"),
    ),
    "not-now.what": (
        _("What I do not want at present"),
        _("At present is enough. It binds you to nothing."),
        _("What they do not want at present"),
    ),
    "not-now.say": (
        _("How I would like to say so"),
        _("A sentence that is easy to say when it is late and you are tired."),
        _("How they would like to say no"),
    ),
    "not-now.instead": (
        _("What may be there instead"),
        _("Only if there is something. A no stands on its own."),
        _("What may be there instead"),
    ),
    "body.yes": (
        _("How my body says yes"),
        _("Breath that goes deeper, a lean towards, shoulders that come down."),
        _("How their body says yes"),
    ),
    "body.no": (
        _("How it says no"),
        _("A held breath, a hand that goes still, wanting to be elsewhere."),
        _("How their body says no"),
    ),
    "body.unsure": (
        _("How it says that it does not know"),
        _("Not knowing is an answer too, and it is not a yes."),
        _("How their body says that it does not know"),
    ),
    "body.good": (_("What does it good"), "", _("What does their body good")),
}
# Why something is not shown.
WAITS: dict[str, "StrOrPromise"] = {
    "rests": _("The space for two rests now. You may show it when it is open again."),
    "over": _("There is no space for two now, and so nobody to show it to."),
    "words": _("The words you both compare are to be compared again first."),
    "many": _("As many lines are shown as fit. You may take one back first."),
    "changed": _("The line does not stand here any more as you looked at it."),
}


def heading(leaf: str, part: str, *, theirs: bool = False) -> "StrOrPromise":
    """Over what somebody wrote. A part that this version does not know has the heading of its leaf."""
    found = PARTS.get(f"{leaf}.{part}")
    if found is None:
        return TITLES.get(leaf, "")
    return found[2] if theirs else found[0]
