"""Words that several pages of this room share."""

from typing import TYPE_CHECKING

from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

if TYPE_CHECKING:
    from django_stubs_ext import StrOrPromise

WAYS: dict[str, "StrOrPromise"] = {
    "written": gettext_lazy("Written"),
    "aloud": gettext_lazy("Said aloud"),
}
WAYS_SECOND: dict[str, "StrOrPromise"] = {
    "written": gettext_lazy("Each turn is typed here"),
    "aloud": gettext_lazy("You talk in one room or in a call; the page keeps the order"),
}
DEVICES: dict[str, "StrOrPromise"] = {
    "two": gettext_lazy("Each on their own device"),
    "one": gettext_lazy("One device that goes to and fro"),
}
DEVICES_SECOND: dict[str, "StrOrPromise"] = {
    "two": gettext_lazy("Side by side or far apart"),
    "one": gettext_lazy("You sit together; each still ends it on their own"),
}
CARDS: dict[str, "StrOrPromise"] = {
    "slow": gettext_lazy("Slow down, please"),
    "sorry": gettext_lazy("I am sorry for that bit"),
    "anew": gettext_lazy("Let me try again"),
    "comfort": gettext_lazy("I need comfort"),
    "stop": gettext_lazy("Stop here for a moment"),
}
ANSWERS: dict[str, "StrOrPromise"] = {
    "accepted": gettext_lazy("Yes"),
    "not_yet": gettext_lazy("Not yet"),
}
BECOMES: dict[str, "StrOrPromise"] = {
    "nothing": gettext_lazy("It stays as it is"),
    "appreciation": gettext_lazy("A thank-you"),
    "promise": gettext_lazy("A promise"),
    "question": gettext_lazy("A question"),
}
ORDER: tuple["StrOrPromise", ...] = (gettext_lazy("first"), gettext_lazy("second"), gettext_lazy("third"))
TIMES: dict[str, "StrOrPromise"] = {
    "20": gettext_lazy("20 minutes"),
    "30": gettext_lazy("30 minutes"),
    "60": gettext_lazy("1 hour"),
    "120": gettext_lazy("2 hours"),
    "240": gettext_lazy("4 hours"),
    "720": gettext_lazy("12 hours"),
    "1440": gettext_lazy("A day"),
}
PAST = gettext_lazy("That time has passed meanwhile. You may name one that lies ahead.")
MOVED = gettext_lazy("The talk had moved on when this came. Nothing was changed; this is how it stands now.")
MOVED_WITH_WORDS = gettext_lazy(
    "The talk had moved on when this came. Nothing was sent, and your words are still here."
)
TOO_MUCH = gettext_lazy(
    "That is more than can wait here while the talk goes on. Nothing of it was sent, and it stands nowhere"
    " else: you may copy it now."
)
UNSENT = gettext_lazy(
    "What you had begun to write was not sent. It stands here for you to copy, and nowhere else."
)
UNSAID_FULL = gettext_lazy(
    "That is more than is kept here beside what was left unsaid before. Your words stand here: you may copy"
    " them now."
)
RESTS = gettext_lazy("Nothing for two can begin now. Your words are still here.")
ASKED = gettext_lazy(
    "You have asked for a talk already. You may take that back first. Your words are still here."
)
FULL = gettext_lazy("This talk holds as many turns as one talk holds. Your words are still here.")


def too_long(count: int, most: int) -> str:
    return _("These are about {count} words. One turn holds {most}, so that it can be given back.").format(
        count=count, most=most
    )


def laid_out(count: int, most: int) -> str:
    """Of a turn that comes back to its writer in two parts."""
    return _(
        "These were about {count} words, and one turn holds {most}, so that it can be given back. The rest "
        "stands below, for your next turn. You may move words between the two."
    ).format(count=count, most=most)
