"""Words of this room's pages that code chooses among."""

from typing import TYPE_CHECKING

from django.utils.translation import gettext_lazy as _

from stepwell.together.openness.content import Boundary

if TYPE_CHECKING:
    from django_stubs_ext import StrOrPromise

COMPARE = _(
    "Nothing was sent. First the two of you compare your eight words again, on the page of your space."
)
BOUNDARIES: dict[Boundary, "StrOrPromise"] = {
    "listen": _("Just listen"),
    "ask": _("You may ask"),
    "no-advice": _("Please do not advise"),
    "not-in-anger": _("Not to be brought up in anger"),
}
BOUNDARIES_SECOND: dict[str, "StrOrPromise"] = {
    "listen": _("No answer is needed, then or later"),
    "ask": _("Questions that help you understand"),
    "no-advice": _("It is told to be heard, not to be solved"),
    "not-in-anger": _("It is never used against who told it"),
}
DEPTHS: dict[int, "StrOrPromise"] = {
    1: _("Light"),
    2: _("A little deeper"),
    3: _("Half way down"),
    4: _("Deep"),
    5: _("As deep as it goes"),
}
WENT: dict[str, "StrOrPromise"] = {
    "well": _("It went well"),
    "not-well": _("It did not go so well"),
    "unsaid": _("I would rather not say"),
}
ROLES: dict[str, "StrOrPromise"] = {"told": _("I told"), "heard": _("I listened")}
HELPED: dict[str, "StrOrPromise"] = {
    "listened": _("being listened to"),
    "no-advice": _("no advice"),
    "gentle-question": _("a gentle question"),
    "time": _("enough time"),
    "quiet-place": _("a quiet place"),
    "side-by-side": _("walking or working side by side"),
    "boundary": _("the boundary, said beforehand"),
    "slowly": _("going slowly"),
    "pause": _("a pause in between"),
    "believed": _("being believed"),
    "thanked": _("thanks at the end"),
    "own-words": _("words found beforehand"),
    "in-writing": _("having it in writing"),
    "an-end": _("ending when I wanted to"),
}
