"""How each state is called and what is said to somebody who is so."""

from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from stepwell.own.selfcare.practice import State

STATE_LABELS: dict[State, str | Promise] = {
    "over": _("Too much"),
    "inside": _("I can think and feel"),
    "numb": _("Far away"),
}
STATE_SECOND: dict[State, str | Promise] = {
    "over": _("Racing, on edge, hard to sit still"),
    "inside": _("Not easy, but I am here"),
    "numb": _("Flat, foggy, not quite here"),
}
LEADS: dict[State, str | Promise] = {
    "over": _("Nothing has to be decided now. One small thing for the body first. Pick any, leave any."),
    "inside": _("Then you may do whatever you like: one of these, something else here, or nothing."),
    "numb": _(
        "Far away is a way the body has of coping. What often helps is looking around and moving, "
        "rather than relaxing. Eyes open, a little at a time."
    ),
}
HELPED_LABELS = {
    "yes": _("It helped"),
    "a_little": _("It helped a little"),
    "not_now": _("It did not help now"),
}
