"""Words of the pages that depend on what happened."""

from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

WHY: dict[str, object] = {
    "over": gettext_lazy(
        "There is no space for two now, so there is nobody to show it to. Nothing was changed."
    ),
    "rests": gettext_lazy(
        "The space for two rests, and nothing new is offered or signed while it does. Nothing was changed."
    ),
    "words": gettext_lazy(
        "The eight words have to be compared again before anything new is sealed for the two. "
        "Nothing was changed."
    ),
    "ended": gettext_lazy("This agreement has ended meanwhile. Nothing was changed."),
    "today": gettext_lazy(
        "That is as much as fits in one day. Nothing was changed, and tomorrow there is room."
    ),
    "many": gettext_lazy("No more fit here. Nothing was changed. You may let something older go first."),
    "review": gettext_lazy(
        "The day to look at it again has passed. You may offer a version with a later day."
    ),
    "until": gettext_lazy("The day on which it ends has passed. You may offer a version with a later day."),
    "record": gettext_lazy(
        "The record is not as you saw it last, and nothing is added to it before you have looked. "
        "Nothing was changed. The page of the record shows both."
    ),
    "same": gettext_lazy("It says what the newest version says already. Nothing was changed."),
}
MEANWHILE = gettext_lazy(
    "This page was drawn before something changed. Nothing was done now. Here is how it stands."
)
WEEKS_WORDS = {
    4: gettext_lazy("In four weeks"),
    12: gettext_lazy("In twelve weeks"),
    26: gettext_lazy("In half a year"),
    0: gettext_lazy("Without another day"),
}
SAID_WORDS = {
    4: gettext_lazy("You would look at it again in four weeks."),
    12: gettext_lazy("You would look at it again in twelve weeks."),
    26: gettext_lazy("You would look at it again in half a year."),
    0: gettext_lazy("You would choose no further day."),
}


def ended_words(why: str, name: str) -> str:
    """Why it is not in force any more, in one sentence."""
    said = {
        "withdrawn": _("{name} took back their yes."),
        "offer": _("The offer was taken back before it was in force."),
        "expired": _("It held until the day that was agreed."),
        "space": _("It ended with the space."),
    }[why]
    if why == "withdrawn" and not name:
        return _("A yes was taken back.")
    return said.format(name=name)


def step_words(what: str, number: int, name: str) -> str:
    said = {
        "offered": _("{name} offered version {number}."),
        "offer-back": _("{name} took the offer of version {number} back."),
        "signed": _("{name} signed version {number}."),
        "hand-back": _("{name} took back the signature under version {number}."),
        "in-force": _("Version {number} came into force."),
        "reviewed": _("Both looked at it again and left it as it is."),
        "withdrawn": _("{name} took back their yes. It ended."),
        "expired": _("It held until the day that was agreed."),
    }[what]
    return said.format(name=name, number=number)
