"""Words that several pages of this room share."""

from typing import TYPE_CHECKING

from django.utils.translation import gettext_lazy as _

if TYPE_CHECKING:
    from django_stubs_ext import StrOrPromise

# Why something does not go to the other now. What was typed stays in the form.
WAITS: dict[str, "StrOrPromise"] = {
    "rests": _("The space for two rests now. Nothing was given. You may do this when it is open again."),
    "over": _("There is no space for two now, and so nobody to give it to. It stays with you."),
    "words": _("The words you both compare have to be compared again first. Nothing was given."),
    "much": _(
        "You said a little while ago that it is a lot just now. Your letter is kept, and nothing was given. "
        "It can go when you are steadier; nobody waits for it."
    ),
}
CHANGED = _(
    "This was changed in another place since you opened it. What stands there now is above, and below is "
    "what you sent. Keep it again and it takes the place of the other."
)
ENOUGH = _("There are {n} for today, and that is as many as one day holds. Your words are still here.")
MOVED = _("Something else was said here since you opened this page. Your words are still here, to copy.")
OTHER_WORDING = _("The letter was changed since you opened this page. Here is how it reads now.")
NOT_MARKED = _("Those words are not marked any more. Your text is as you left it.")
EMPTY = _("There is nothing written here yet.")
