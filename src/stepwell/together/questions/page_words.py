"""Words that several pages of this room share."""

from typing import TYPE_CHECKING

from django.utils.translation import gettext_lazy as _

if TYPE_CHECKING:
    from django_stubs_ext import StrOrPromise

WANTS: dict[str, "StrOrPromise"] = {
    "yes": _("Yes, I want to know this"),
    "not_now": _("Not now"),
    "unsure": _("I do not know yet"),
}
PLACES: dict[str, "StrOrPromise"] = {
    "now": _("For now"),
    "dialogue": _("For a talk between the two of you"),
    "session": _("For a session with a therapist"),
}
PLACES_SECOND: dict[str, "StrOrPromise"] = {
    "now": _("Answered here, in writing, when the other is ready"),
    "dialogue": _("At a time that you both choose"),
    "session": _("With somebody there who can look after both of you"),
}
# Why something does not go to the other now. What was typed stays in the form.
WAITS: dict[str, "StrOrPromise"] = {
    "rests": _("The space for two rests now. Nothing was sent. You may do this when it is open again."),
    "over": _("There is no space for two now, and so nobody to put it to. It stays with you."),
    "words": _("The words you both compare have to be compared again first. Nothing was sent."),
}
CHANGED = _(
    "This was changed in another place since you opened it. What stands there now is above, and below is "
    "what you sent. Keep it again and it takes the place of the other."
)
ENOUGH = _("There are {n} for today, and that is as many as one day holds. Your words are still here.")
ENOUGH_SAID = _("This answer holds as much as one answer holds. Your words are still here.")
