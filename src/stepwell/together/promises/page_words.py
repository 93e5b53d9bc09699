"""Words that several pages of this room share."""

from typing import TYPE_CHECKING

from django.utils.translation import gettext_lazy as _

if TYPE_CHECKING:
    from django_stubs_ext import StrOrPromise

REPEATS: dict[str, "StrOrPromise"] = {
    "once": _("Once"),
    "daily": _("Every day"),
    "weekdays": _("On some days of the week"),
    "weekly": _("Once a week"),
    "monthly": _("Once a month"),
}
OUTCOMES: dict[str, "StrOrPromise"] = {
    "kept": _("I kept it"),
    "changed": _("It will not work, and I say so in time"),
    "not_kept": _("I did not keep it"),
}
# Why something does not go to the other now. What was typed stays in the form.
WAITS: dict[str, "StrOrPromise"] = {
    "rests": _(
        "The space for two rests now, and nothing new is said there. Nothing was kept. What you wrote is "
        "still here."
    ),
    "over": _("There is no open space for two here now. Nothing was kept. What you wrote is still here."),
    "words": _(
        "The words you both compare have to be compared again first. Nothing was kept. What you wrote is "
        "still here."
    ),
}
ENOUGH = _("There are {n} for today, and that is as many as one day holds. Your words are still here.")
BROKEN = _(
    "The record of the two of you is not as you last saw it, so nothing was added to it. You saw it up to "
    "entry {seen} ({seen_words}). Now it goes up to {found}. What you wrote is still here."
)
PASSED = _(
    "The day has passed, so it can no longer be changed. You may say that it was not kept. What you "
    "wrote is still here."
)
NOT_YET = _("This day has not come yet. You may say in time that it will not work, or leave it.")
CHANGED = _(
    "Something was said of this day in another place since you opened the page. It stands above. What you "
    "sent is below, and nothing of it was kept yet."
)
NEEDED = _("It asks for what gets in the way, and for what you promise in its place, with a day.")
